#include "scanner/validators/named_things.h"

#include "scanner/validators/characters.h"
#include "scanner/validators/checks.h"
#include "scanner/validators/word_list.h"

namespace sluice {
namespace {

// Words that digits follow without making a password of them.
constexpr WordList kNumbered(
    " uint int float utf base md sha pbkdf argon ed curve secp "
    "pkcs http js oauth scram hmac aes rsa rc des ipv crc blake "
    "iso rfc win bip kerberos hex bcrypt asn mschapv socks krb "
    "smb tls ssl ntlm snmpv icmpv nfsv ikev logon eap openid "
    "ldapv ");

// @ADMIN_PASSWORD2, relativeTime$1, a.b.password2: names that a program fills
// in or that a tool numbered.
bool IsNumberedName(std::string_view value) {
  if (value[0] == '@') {
    for (const char c : value.substr(1)) {
      if (!IsUpperByte(c) && !IsDigitByte(c) && c != '_') return false;
    }
    return Contains(value, "_");
  }
  size_t dots = 0, digits = 0, humps = 0, lines = 0;
  for (size_t i = 0; i < value.size(); ++i) {
    dots += value[i] == '.';
    lines += value[i] == '_';
    digits += IsDigitByte(value[i]);
    humps += i > 0 && IsUpperByte(value[i]) && IsLowerByte(value[i - 1]);
  }
  if (humps >= 4 && digits <= 3 && value.size() >= 24 && IsNameLike(value)) {
    return RarityOf(value) < 70;
  }
  if (digits == 0 || digits > 2 || !IsPath(value)) return false;
  const size_t dollar = value.find('$');
  const bool tail = dollar != value.npos && value.size() - dollar <= 3;
  // Keys have joins, too, but no words.
  const bool words = RarityOf(value) < 74 && (humps == 0 || dots >= 2);
  return (words && (dots >= 2 || lines >= 2)) ||
         (tail && humps > 0 && IsLowerByte(value[0])) ||
         (Contains(value, "_") && value.back() == ']');
}

// Bug#2171, Issue#12-related.
bool IsNamedIssue(std::string_view value) {
  static constexpr WordList kTrackers(" bug bugs issue ticket issues pkcs ");
  const size_t hash = value.find('#');
  return hash != value.npos && hash + 1 < value.size() &&
         IsDigitByte(value[hash + 1]) && kTrackers.Has(value.substr(0, hash));
}

// "-rw-r--r--", "Ctrl-Alt-F2".
bool IsModeOrShortcut(std::string_view value) {
  static constexpr WordList kShortcuts(
      " ctrl- ctrl+ alt- alt+ shift- meta- cmd- maj+ strg+ ");
  if (kShortcuts.HasBeginOf(value)) return true;
  return value.size() == 10 &&
         value.find_first_not_of("-rwxsStTdl") == value.npos;
}

// secret-2-levels, password-for-30001: names that say what they stand for.
bool IsNamedSecret(std::string_view value) {
  static constexpr WordList kNames(
      " secret password passwd passwort wachtwoord ");
  size_t segments = 0;
  bool named = false;
  for (const char c : value) {
    if (!IsLowerByte(c) && !IsDigitByte(c) && c != '-' && c != '_')
      return false;
  }
  ForEachSegment(value, [&](std::string_view segment) {
    ++segments;
    named |= kNames.Has(segment);
  });
  return named && segments >= 3 && value.find_first_of("-_") != value.npos &&
         RarityOf(value) < 70;
}

// "3200-3700K", "500GB".
bool IsMeasure(std::string_view value) {
  static constexpr WordList kUnits(
      " k kb mb gb tb kib mib gib ms hz khz mhz ghz v w kw px em pt "
      "cm mm kg nm s m h d x th st nd rd bit ");
  size_t digits = 0;
  while (digits < value.size() &&
         (IsDigitByte(value[digits]) || value[digits] == '-' ||
          value[digits] == '.' || value[digits] == ',')) {
    ++digits;
  }
  return digits > 0 && IsDigitByte(value[0]) &&
         kUnits.Has(value.substr(digits));
}

// "anon@ftp.example", in lower case.
bool IsAddress(std::string_view value) {
  const size_t at = value.find('@');
  if (at == value.npos || at == 0 || value.find('.', at) == value.npos) {
    return false;
  }
  for (const char c : value) {
    if (!IsLowerByte(c) && c != '@' && c != '.' && c != '-') return false;
  }
  return true;
}

// "localhost:8443", "cvs#password", "@E.KTH.SE".
bool IsPlace(std::string_view value) {
  size_t letters = 0;
  while (letters < value.size() &&
         (IsLowerByte(value[letters]) || value[letters] == '.')) {
    ++letters;
  }
  if (letters >= 3 && letters + 2 < value.size()) {
    const std::string_view rest = value.substr(letters + 1);
    if (value[letters] == ':' && rest.size() <= 5 && AllDigits(rest)) {
      return true;
    }
    if (value[letters] == '#' && !HasDigit(rest)) return IsNameLike(rest);
  }
  return value[0] == '@' && !HasDigit(value) && IsPath(value.substr(1));
}

// "0x00000001".
bool IsHexNumber(std::string_view value) {
  return value.size() <= 18 && value.starts_with("0x") &&
         value.find_first_not_of("0123456789abcdefABCDEF", 2) == value.npos;
}

// "apache-proxy@": an anonymous login's address without its host; "root's".
bool IsPersonOrHost(std::string_view value) {
  if (value.ends_with("'s") || value.ends_with("\xE2\x80\x99s")) return true;
  if (value.back() != '@') return false;
  for (const char c : value.substr(0, value.size() - 1)) {
    if (!IsLowerByteOrUtf8(c) && c != '-' && c != '.') return false;
  }
  return true;
}

}  // namespace

bool IsNameOfSomething(std::string_view value) {
  return IsNumberedName(value) || IsHexNumber(value) || IsPersonOrHost(value) ||
         IsNamedIssue(value) || IsModeOrShortcut(value) ||
         IsNamedSecret(value) || IsMeasure(value) || IsAddress(value) ||
         IsPlace(value);
}

bool IsTechnicalName(std::string_view value) {
  constexpr std::string_view kJoins = "_-.()$/";
  for (const char c : value) {
    if (!IsLetterByteOrUtf8(c) && !IsDigitByte(c) &&
        kJoins.find(c) == kJoins.npos) {
      return false;
    }
  }
  bool numbered = false, technical = true, any = false, long_name = false;
  size_t letters = 0, last = 0;
  ForEachSegment(value, [&](std::string_view segment) {
    if (IsDigitByte(segment[0])) {
      any = true;
      technical &= numbered && segment.size() <= 4;
      long_name |= numbered && last >= 4;
      numbered = false;
      return;
    }
    letters += segment.size();
    last = segment.size();
    numbered = kNumbered.Has(segment);
  });
  return any && technical && letters >= 4 &&
         (long_name || RarityOf(value) < 80);
}

}  // namespace sluice
