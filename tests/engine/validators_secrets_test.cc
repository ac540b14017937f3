// Values made with zlib, hashlib and base64 of another language's library.
#include <doctest/doctest.h>

#include <string>

#include "sluice/validator.h"

namespace sluice {
namespace {

struct Case {
  ValidatorId id;
  std::string value;
};

constexpr ValidatorId kCrc = ValidatorId::kCrc32Hex;
constexpr ValidatorId kGrafana = ValidatorId::kGrafanaCrc32;
constexpr ValidatorId kBase58 = ValidatorId::kBase58Check;
constexpr ValidatorId kBech32 = ValidatorId::kBech32;
constexpr ValidatorId kNkey = ValidatorId::kNkey;
constexpr ValidatorId kUserPass = ValidatorId::kBase64UserPass;
constexpr ValidatorId kRarity = ValidatorId::kRarity;
constexpr ValidatorId kPassword = ValidatorId::kPassword;
constexpr ValidatorId kStrong = ValidatorId::kStrongPassword;
constexpr ValidatorId kAzure = ValidatorId::kAzureKey;
constexpr ValidatorId kConfluent = ValidatorId::kConfluentCrc32;

const Case kValid[] = {
    {kAzure, std::string("zsJmW3V") +
                 "/RCyAxC36Ztduv8ZsTexbrSos8KHOFYkD2Wi5Kexl7Bq3Qm5"
                 "S4lpaEjgLV/LWKdksSZ4C+ASt1fmRQA=="},
    {kAzure, std::string("4oPOQLX") + "zHENN0T8xPEmXWVrRSmqj/3eDP+AEhPEJAFM="},
    {kAzure,
     std::string("bsHMrMz") + "F1L0vXBO+zON1n3OfNqBvf8SX4Cng14MjlqAzSeCpc8SD"},
    {kAzure, std::string("kMLhY8K") +
                 "sZbACtZdiV4XVdtGwzAE5ZwCeVeNph9Xvk2YKAzFuPl-7pQ=="},
    {kAzure, std::string("NZeyjba") + "ICm6toPPoBGTL8u8vStsiiOQZzjBNGDHTasuiOBq"
                                      "wxUavJQQJ99CHACgA4YFTX07LAAABACOG2W0W"},
    {kAzure, std::string("fk08Q~J") + "bO1HvrgYegR~DLu5h2Dyo.vIJUjzwTdfj"},
    {kAzure,
     std::string("fe5aors") + "mfqigjcnvozjk4g5p35qj2wzyjp7gk5wagf4ogkkskxrq"},
    {kAzure,
     std::string("x6azcf6") + "lbkm5x2yfsklzip743isrjnktukv5geoarj2e2cmtztla"},
    {kConfluent,
     std::string("cfltdW0") +
         "GbehUM3ADZQXmHgX3TAEy5JVdr3Q9LvUd+aM3ZWR8fWgVJeed1yGOqPxg"},
    {kConfluent,
     std::string("cfltT8d") +
         "8RzkNseTMEDKcjNM1BZTFPHqRn/dQm9q7w6SjzZ12wZfwjaJdipHZtDjw"},
    {ValidatorId::kGitlabCrc32,
     std::string("glpat-9bF") + "lIkpYt5HfavHYMD5hzW86MQp1Ojl4CA.01.0y0m1wufm"},
    {kCrc,
     std::string("ATATT") +
         "3xFfnQvWys81vp7hB1dx8PpD5KHXe3PYiGkPAuNaRL63=CCE62DB1"},  // of all
                                                                    // before,
                                                                    // prefix
                                                                    // included
    {kCrc,
     std::string("cfut_") +
         "xYKwzEInncIIA3ANxN9K3KSU9Mi4roNL89sM995Yb01dacef"},  // of the body
                                                               // alone
    {kCrc,
     std::string("zpka_") +
         "TBXaK7JQEVT0mlAmrtVETW0TesULeetL_832b4aae"},  // without the last '_'
    {kGrafana,
     std::string("glsa_") + "DQ8B8vW2ZBjyaXYl1AcCtLn99MHwP708_54845ead"},
    {kBase58,
     std::string("5JEYo") + "wdYpwJtCTdzYn9RHwvqpsszvxfs3ny2wMGxEq9213rX5W3"},
    {kBase58,
     std::string("L17ps") +
         "DjkEgXFA7dZKRyC5wJEvDVJLsky4oLDXYCA52ggtLXRDVMu"},  // of a compressed
                                                              // key
    {kBase58,
     std::string("xprv9") +
         "vHBUNQZtR186mUpi2fqtoUJvbzUk9AnGwjEnvpK3dKtTAGKUbYa4xV6ah21daRkpZ379y"
         "YtE3bdSaQPZqNxcBwmAgZrzrnnioTaY1fmrWr"},  // extended key
    {kBase58, std::string("175wb") +
                  "484A6MgzodkMrGSSYdCUcNqLEW5Wh"},  // leading zero byte
    {kBech32, "A12UEL5L"},                           // BIP 173
    {kBech32,
     std::string("AGE-S") +
         "ECRET-KEY-"
         "1S9KHENQ74VZPF4JHW6SYKDCUYETYA89CUZLXMV8USSHY7RNA98LSJNYCLR"},
    {kNkey, std::string("SUAAO") +
                "R7IM7GMOJIIPEL4EPGCHWK3376GBWMNA3QFLBIBVCGTBWYA2QGKOE"},
    {kUserPass, std::string("Y2ktY") + "m90OnRSN2t6MDRRbQ=="},
    {kRarity, "xkqvbztr"},
    {kRarity, std::string("k7Yw2") + "mP9qZt4Lx0v"},
    {kRarity, std::string("3b71e") + "8a2c75e86491d1bf3ed195dc5aa"},
    {kPassword, std::string("apify_api_fgkfa") + "3UZGxviEOmIU"},
    {kPassword, "Toner-x88"},
    {kPassword, "xP4-lantaarn"},
    {kPassword, "Pallet#118"},
    {kPassword, "Kaas4Ever"},
    {kPassword, "ab)c1{d"},
    {kPassword, "zon&maan12"},
    {kPassword, "a=Kaas12"},
    {kPassword, "Secret-2-Levels!"},
    {kPassword, "Suola+Pippuri6"},
    {kPassword, "100%Kaas!"},
    {kPassword, "abc123def"},  // two runs, not one
    {kPassword, "abcD1234"},
    {kPassword, "@bcd-1234"},
    {kPassword, "kJ8(hd)2"},
    {kPassword, "Cheval.Bleu7"},
    {kPassword, "qwerty123!"},
    {kPassword, "LemonTreeV2!"},
    {kPassword, "WINTER_2026_X"},
    {kPassword, "qWzXkPvT"},
    {kStrong, "Welkom01"},
    {kStrong, "dragon1995"},
    {kStrong, "x7Kp-2mQz"},
};

const Case kInvalid[] = {
    {kAzure, std::string("zsJmW3V") +
                 "/RCyAxC36ZtduA8ZsTexbrSos8KHOFYkD2Wi5Kexl7Bq3Qm5"
                 "S4lpaEjgLV/LWKdksSZ4C+ASt1fmRQA=="},
    {kAzure, std::string("4oPOQLX") + "zHENN0T8xPEmXAVrRSmqj/3eDP+AEhPEJAFM="},
    {kAzure,
     std::string("bsHMrMz") + "F1L0vXBO+zON1A3OfNqBvf8SX4Cng14MjlqAzSeCpc8SD"},
    {kAzure, std::string("kMLhY8K") +
                 "sZbACtZdiV4XVAtGwzAE5ZwCeVeNph9Xvk2YKAzFuPl-7pQ=="},
    {kAzure, std::string("NZeyjba") + "ICm6toPPoBGTLAu8vStsiiOQZzjBNGDHTasuiOBq"
                                      "wxUavJQQJ99CHACgA4YFTX07LAAABACOG2W0W"},
    {kAzure, std::string("fk08Q~J") + "bO1HvrgYegR~DAu5h2Dyo.vIJUjzwTdfj"},
    {kAzure,
     std::string("fe5aors") + "mfqigjcnvozjkag5p35qj2wzyjp7gk5wagf4ogkkskxrq"},
    {kAzure,
     std::string("x6azcf6") + "lbkm5x2yfsklzap743isrjnktukv5geoarj2e2cmtztla"},
    {kConfluent,
     std::string("cfltdW0") +
         "GbehUM3ADZQXmAgX3TAEy5JVdr3Q9LvUd+aM3ZWR8fWgVJeed1yGOqPxg"},
    {kConfluent,
     std::string("cfltT8d") +
         "8RzkNseTMEDKcANM1BZTFPHqRn/dQm9q7w6SjzZ12wZfwjaJdipHZtDjw"},
    {kConfluent, "cflt"},
    {kAzure, ""},
    {ValidatorId::kGitlabCrc32,
     std::string("glpat-9bF") + "lIkpYt5HfavHYMD5hzW86MQp1Ojl4CA.01.0y0m1wufa"},
    {kCrc, std::string("ATATT") +
               "3xFfnQvAys81vp7hB1dx8PpD5KHXe3PYiGkPAuNaRL63=CCE62DB1"},
    {kCrc,
     std::string("cfut_") + "xYKwzEIAncIIA3ANxN9K3KSU9Mi4roNL89sM995Yb01dacef"},
    {kCrc,
     std::string("cfut_") +
         "xYKwzEInncIIA3ANxN9K3KSU9Mi4roNL89sM995Yb01dacez"},  // no hex digit
    {kCrc, "12345678"},                                        // nothing before
    {kGrafana,
     std::string("glsa_") + "DQ8B8vWAZBjyaXYl1AcCtLn99MHwP708_54845ead"},
    {kGrafana,
     std::string("glsa_") +
         "DQ8B8vW2ZBjyaXYl1AcCtLn99MHwP708_ad5e8454"},  // highest byte first
    {kBase58,
     std::string("5JEYo") + "wdYpwJtATdzYn9RHwvqpsszvxfs3ny2wMGxEq9213rX5W3"},
    {kBase58, std::string("5JEYo") +
                  "wdYpwJtCTdzYn9RHwvqpsszvxfs3ny2wMGxEq9213rX5W"},  // cut off
    {kBase58,
     std::string("5JEYo") +
         "wdYpw0tCTdzYn9RHwvqpsszvxfs3ny2wMGxEq9213rX5W3"},  // not in the
                                                             // alphabet
    {kBase58, "1111"},
    {kBech32, "A12UEL5M"},
    {kBech32,
     std::string("AGE-S") +
         "ECRET-KEY-"
         "1S9KHENQ74VZPF4AHW6SYKDCUYETYA89CUZLXMV8USSHY7RNA98LSJNYCLR"},
    {kBech32, "qpzry9x8"},  // no '1'
    {kNkey, std::string("SUAAO") +
                "R7IM7GMAJIIPEL4EPGCHWK3376GBWMNA3QFLBIBVCGTBWYA2QGKOE"},
    {kNkey, std::string("SUAAO") +
                "R7IM7GMOJIIPEL4EPGCHWK3376GBWMNA3QFLBIBVCGTBWYA2QGKO"},
    {kUserPass, std::string("bm8gY") + "29sb24gaGVyZQ=="},
    {kUserPass, "dXNlcjo="},  // no password
    {kUserPass, "YTpiAQJj"},  // control characters
    {kUserPass, std::string("not b") + "ase64!"},
    {kRarity, std::string("creat") + "eFromGoogleCredential"},
    {kRarity, std::string("my-se") + "rvice-account"},
    {kRarity, std::string("integ") + "ration_test_suite"},
    {kRarity, std::string("wacht") + "woordbeleid"},
    {kRarity, std::string("00000") + "00000000000"},  // no mixture
    {kPassword, "config.db2.password"},
    {kPassword, "key1.pem"},
    {kPassword, "getValue2(\"x\")"},
    {kPassword, "3f2b8a1c-9d4e-4c6f-8a2b-1e5d7c9f0a3b"},
    {kPassword, "12345678"},
    {kPassword, "s\xC5\x82owo"},
    {kPassword, "inputElement"},
    {kPassword, "@proxy-host"},
    {kPassword, "SIGN_UP_V2_SUBMIT_PASSWORD"},
    {kPassword, "SubmitAttributesResultV2"},
    {kPassword, "rfc4013"},
    {kPassword, "git-credential[1]"},  // a footnote
    {kPassword, "Base64-encoded"},     // digits of a technique
    {kPassword, "AuthenticationMD5Password"},
    {kPassword, "Uint8Array"},
    {kPassword, "pbkdf2Sync"},
    {kPassword, "LDAP-MD5"},
    {kPassword, "EAP-MSCHAPv2"},
    {kPassword, "127.0.0.3\xE2\x80\x9D"},  // a closing quotation mark
    {kPassword, "apache-proxy@"},          // an anonymous login
    {kPassword, "root@server's"},          // a prompt
    {kPassword, "@ADMIN_PASSWORD2"},       // a template's
    {kPassword, "@store.load_key"},        // Ruby
    {kPassword, "$map[$id]["},
    {kPassword, "%-.192s"},
    {kPassword, "%u@%r"},
    {kPassword, "%{ldap:userPassword}"},
    {kPassword, "blocking=yes"},
    {kPassword, "encoding='utf-8"},
    {kPassword, "fs.watches=524288"},
    {kPassword, "e}get"},  // minified code
    {kPassword, "r}).catch((async"},
    {kPassword, "t.method)return"},
    {kPassword, "n.weak_password}:null)"},
    {kPassword, "a\",\"b2"},  // between two strings
    {kPassword, "USER'@'localhost"},
    {kPassword, "options.credentials?.password"},
    {kPassword, "(?:imap|pop3)-login"},
    {kPassword, "\\-\\-file2"},
    {kPassword, "N\bNo\bot\bte\be2"},  // bold type of line printers
    {kPassword, "connection.config.password2"},
    {kPassword, "relativeTime$1"},
    {kPassword, "pgp_sym_encrypt_1"},
    {kPassword, "fLOGON32_LOGON_NETWORK"},
    {kPassword, "Bug#2171"},
    {kPassword, "0x00000001"},
    {kPassword, "-rw-r--r--"},
    {kPassword, "Ctrl-Alt-F2"},
    {kPassword, "secret-2-levels"},
    {kPassword, "password-for-30001"},
    {kPassword, "a:before{content"},
    {kPassword, "SIG{TERM,INT}"},
    {kPassword,
     "Section\xC2\xA0"
     "10.1.7"},
    {kPassword, "M\xE1\xBA\xADt kh\xE1\xBA\xA9u"},  // a title
    {kPassword, "Nasnav"},
    {kPassword, "jpeg,png"},
    {kPassword, "balance=1"},
    {kPassword, "remote_addr=182.56.23.12"},
    {kPassword, "asn1_NOVALUE"},
    {kPassword, "git-pw"},
    {kPassword,
     "\xE2\x80\x93"
     "crypt-password2"},
    {kPassword, "cvs#password"},
    {kPassword, "=&gt"},
    {kPassword, "ALL=(ALL)"},
    {kPassword, "FILE:/tmp/krb5cc_19100a"},
    {kPassword, "b\"password1"},
    {kPassword, "localhost:8443"},
    {kPassword, "@E.KTH.SE"},
    {kPassword, "#!/bin/echo2"},
    {kStrong, "hunter2"},
    {kStrong, "HTTP/1.1"},
    {kStrong, "Python3"},
    {kStrong, "read-write"},
};

TEST_CASE("secrets that were made as their issuers make them pass") {
  for (const Case& c : kValid) {
    CAPTURE(ValidatorName(c.id));
    CAPTURE(c.value);
    CHECK(Validate(c.id, c.value, 0));
  }
}

TEST_CASE("secrets with one wrong character fail") {
  for (const Case& c : kInvalid) {
    CAPTURE(ValidatorName(c.id));
    CAPTURE(c.value);
    CHECK_FALSE(Validate(c.id, c.value, 0));
  }
}

TEST_CASE("every value is safe to check") {
  std::string value;
  for (int size = 0; size < 700; ++size) {
    for (uint32_t id = 13; id <= 25; ++id) {
      static_cast<void>(Validate(static_cast<ValidatorId>(id), value, 0));
    }
    value += static_cast<char>('1' + size % 71);
  }
  CHECK(value.size() == 700);
}

}  // namespace
}  // namespace sluice
