#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "sluice/validator.h"

namespace sluice {
namespace {

struct Case {
  ValidatorId id;
  std::string value;
};

constexpr ValidatorId kLuhn = ValidatorId::kLuhn;
constexpr ValidatorId kIban = ValidatorId::kIban;
constexpr ValidatorId kBsn = ValidatorId::kNlBsn;
constexpr ValidatorId kHetu = ValidatorId::kFiHetu;
constexpr ValidatorId kPnr = ValidatorId::kSePersonnummer;
constexpr ValidatorId kCrc = ValidatorId::kGithubCrc32;
constexpr ValidatorId kJwt = ValidatorId::kJwt;
constexpr ValidatorId kNotPlaceholder = ValidatorId::kNotPlaceholder;
constexpr ValidatorId kIssuer = ValidatorId::kCardIssuer;
constexpr ValidatorId kDate = ValidatorId::kCalendarDate;
constexpr ValidatorId kNotSequence = ValidatorId::kNotSequence;
constexpr ValidatorId kPassword = ValidatorId::kPassword;

// {"alg":"HS256","typ":"JWT"} . {"sub":"1234567890"}
const std::string kHeader =
    std::string("eyJhbGciOiJIUzI1NiIs") + "InR5cCI6IkpXVCJ9";
const std::string kPayload = "eyJzdWIiOiIxMjM0NTY3ODkwIn0";

const Case kValid[] = {
    {kLuhn, "4111111111111111"},
    {kLuhn, "4111 1111 1111 1111"},
    {kLuhn, "3782-822463-10005"},
    {kLuhn, "79927398713"},
    {kLuhn,
     "4111\xC2\xA0"
     "1111\xC2\xA0"
     "1111\xC2\xA0"
     "1111"},
    {kIban, "NL91ABNA0417164300"},
    {kIban, "NL91 ABNA 0417 1643 00"},
    {kIban, "nl91abna0417164300"},
    {kIban, "GB29 NWBK 6016 1331 9268 19"},
    {kIban, "DE89 3704 0044 0532 0130 00"},
    {kIban, "NO93 8601 1117 947"},
    {kIban, "MT84MALT011000012345MTLCAST001S"},
    {kBsn, "111222333"},
    {kBsn, "111.222.333"},
    {kBsn, "1112.22.333"},
    {kBsn, "123456782"},
    {kBsn, "10464554"},  // a leading zero got lost
    {kHetu, "131052-308T"},
    {kHetu, "131052-308t"},
    {kHetu, "010594Y9032"},
    {kHetu, "020594X903P"},
    {kHetu, "030594W903B"},
    {kHetu, "050594U903M"},
    {kHetu, "010516B903X"},
    {kPnr, "811218-9876"},
    {kPnr, "19811218-9876"},
    {kPnr, "8112189876"},
    {kPnr, "811218+9876"},
    {kPnr, "198112189876"},
    {kPnr, "701063-2391"},  // coordination number
    {kJwt, kHeader + "." + kPayload + ".c2lnbmF0dXJl"},
    {kJwt, kHeader + "." + kPayload + "."},
    {kIssuer, "4111111111111111"},
    {kIssuer, "4222222222222"},
    {kIssuer, "2223 0031 2200 3222"},
    {kIssuer, "378282246310005"},
    {kIssuer, "30569309025904"},
    {kIssuer, "3566002020360505"},
    {kIssuer, "6011111111111117"},
    {kDate, "2024-02-29"},
    {kDate, "29.02.2024"},
    {kDate, "12/31/1999"},
    {kDate, "31-12-99"},
    {kDate, "20240229"},
    {kDate, "290224"},
    {kDate, "3 maart 1985"},
    {kDate, "1985, mars 3"},
    {kNotSequence, "111222333"},
    {kNotSequence, "4111 1111"},
    {kNotPlaceholder, "8f3kQz0pLw2x"},
    {kNotPlaceholder, "Autumn2024!"},
    {kNotPlaceholder, "latestWins99q"},  // "test" only inside a word
    {kNotPlaceholder, "k7Yhook2mP9q"},
    {kPassword, "Autumn2024!"},
    {kPassword, "hunter2"},
    {kPassword, "Test1234!"},
    {kPassword, "GitHub!23"},
    {kPassword, "Tr0ub4dor&3"},
    {kPassword, "Welkom01"},
    {kPassword, "correct-horse-battery-staple"},
    {kPassword, "xkqvbztr"},
    {kPassword, "$ecr3t-Plaza"},
};

const Case kInvalid[] = {
    {kLuhn, "4111111111111112"},
    {kLuhn, "4111x11111111111"},
    {kLuhn, ""},
    {kLuhn, "0"},
    {kIban, "NL91ABNA0417164301"},
    {kIban, "NL91ABNA041716430"},
    {kIban, "ZZ91ABNA0417164300"},
    {kIban, "NLA1ABNA0417164300"},
    {kBsn, "111222334"},
    {kBsn, "000000000"},
    {kBsn, "1112223330"},
    {kBsn, "1112223"},
    {kBsn, "11122233X"},
    {kHetu, "131052-308U"},
    {kHetu, "310252-308T"},
    {kHetu, "131052G308T"},
    {kHetu, "131052-001A"},
    {kHetu, "131052308T"},
    {kPnr, "811218-9875"},
    {kPnr, "811318-9876"},
    {kPnr, "17811218-9876"},
    {kPnr, "811218-98765"},
    {kCrc, "ghp_short"},
    {kCrc, "abc"},
    {kJwt, kHeader + "." + kPayload},
    {kJwt, "abc.def.ghi"},
    {kJwt, kHeader + ".bm90IGpzb24.c2ln"},
    {kIssuer, "9999999999999995"},
    {kIssuer, "411111111111"},
    {kIssuer, "352099001761481"},  // a telephone's serial number
    {kDate, "2023-02-29"},
    {kDate, "31.04.2024"},
    {kDate, "13/13/2020"},
    {kDate, "99999999"},
    {kDate, "31 mei"},
    {kNotSequence, "111111111"},
    {kNotSequence, "123456789"},
    {kNotSequence, "0123456789"},
    {kNotSequence, "1234567890"},
    {kNotSequence, "987654321"},
    {kNotPlaceholder, ""},
    {kNotPlaceholder, "xxxxxxxxxxxx"},
    {kNotPlaceholder, "sk-xxxx-1234"},
    {kNotPlaceholder, "your-api-key-here"},
    {kNotPlaceholder, "YOUR_API_KEY"},
    {kNotPlaceholder, "yourApiKey"},
    {kNotPlaceholder, "changeme"},
    {kNotPlaceholder, "changeMe123"},
    {kNotPlaceholder, "<token>"},
    {kNotPlaceholder, "${DB_PASSWORD}"},
    {kNotPlaceholder, "{{ secret }}"},
    {kNotPlaceholder, "%s"},
    {kNotPlaceholder, "process.env.API_KEY"},
    {kNotPlaceholder, "os.environ[\"KEY\"]"},
    {kNotPlaceholder, "$DB_PASSWORD"},
    {kNotPlaceholder, "abcdefghijkl"},
    {kNotPlaceholder, "0123456789abcdef"},
    {kNotPlaceholder, "my-secret-token"},
    {kNotPlaceholder, "AKIA..."},
    {kNotPlaceholder, "null"},
    {kPassword, "password"},
    {kPassword, "required"},
    {kPassword, "Required"},
    {kPassword, "incorrect."},
    {kPassword, "userPassword"},
    {kPassword, "db_password"},
    {kPassword, "config.password"},
    {kPassword, "getPassword()"},
    {kPassword, "self.token"},
    {kPassword, "request.form[\"pw\"]"},
    {kPassword, "/etc/passwd"},
    {kPassword, "https://x.test/a1"},
    {kPassword, "string"},
    {kPassword, "Optional<String>"},
    {kPassword, "8-character"},
    {kPassword, "2024-01-01"},
    {kPassword, "10.0.3"},
    {kPassword, "don't"},
    {kPassword, "x.y.z"},
    {kPassword, "id_rsa.pub"},
    {kPassword, "v1.2.3"},
    {kPassword, "sha256"},
    {kPassword, "AES-256"},
    {kPassword, "Secret123"},
    {kPassword, "true"},
    {kPassword, "None"},
    {kPassword, "abc"},
};

TEST_CASE("validators pass what their issuers publish") {
  for (const Case& c : kValid) {
    CAPTURE(ValidatorName(c.id));
    CAPTURE(c.value);
    CHECK(Validate(c.id, c.value, 0));
  }
}

TEST_CASE("validators fail what is wrong in one place") {
  for (const Case& c : kInvalid) {
    CAPTURE(ValidatorName(c.id));
    CAPTURE(c.value);
    CHECK_FALSE(Validate(c.id, c.value, 0));
  }
}

TEST_CASE("github-crc32 holds for the issuer's own construction") {
  // Check digits computed with zlib; the second has a leading zero.
  const std::string body = "SluiceInventedTokenForTests";
  CHECK(Validate(kCrc, "ghp_" + body + "007" + "1KOGRj", 0));
  CHECK(Validate(kCrc, "npm_" + body + "012" + "0cT34T", 0));
  CHECK_FALSE(Validate(kCrc, "ghp_" + body + "007" + "1KOGRk", 0));
  CHECK_FALSE(Validate(kCrc, "ghp_" + body + "008" + "1KOGRj", 0));
  CHECK_FALSE(Validate(kCrc, body + "007" + "1KOGRj", 0));
}

TEST_CASE("entropy is bits per character in thousandths") {
  const ValidatorId id = ValidatorId::kEntropy;
  CHECK(Validate(id, "abcdefgh", 3000));
  CHECK_FALSE(Validate(id, "abcdefgh", 3001));
  CHECK(Validate(id, "aabb", 1000));
  CHECK_FALSE(Validate(id, "aaaaaaab", 1000));
  CHECK_FALSE(Validate(id, "aaaa", 1));
  CHECK(Validate(id, "aaaa", 0));
  CHECK_FALSE(Validate(id, "", 0));
  // 6 of 26 letters once each: log2(6) = 2.584962
  CHECK(Validate(id, "abcdef", 2584));
  CHECK_FALSE(Validate(id, "abcdef", 2585));
}

TEST_CASE("names and numbers of validators lead to each other") {
  for (uint32_t i = 0; i <= static_cast<uint32_t>(kPassword); ++i) {
    const auto id = static_cast<ValidatorId>(i);
    CHECK_FALSE(ValidatorName(id).empty());
    CHECK(FindValidator(ValidatorName(id)) == id);
  }
  CHECK_FALSE(FindValidator("").has_value());
  CHECK_FALSE(FindValidator("elfproef").has_value());
  CHECK(ValidatorName(static_cast<ValidatorId>(999)).empty());
  CHECK(ValidatorEvidence(kBsn) == EvidenceKind::kChecksum);
  CHECK(ValidatorEvidence(kJwt) == EvidenceKind::kStructure);
}

}  // namespace
}  // namespace sluice
