#include "scanner/validators/checks.h"
#include "scanner/validators/national.h"
#include "sluice/validator.h"

namespace sluice {
namespace {

struct Entry {
  std::string_view name;
  EvidenceKind evidence;
};

// Indexed by ValidatorId.
constexpr Entry kEntries[] = {
    {"luhn", EvidenceKind::kChecksum},
    {"iban", EvidenceKind::kChecksum},
    {"nl-bsn", EvidenceKind::kChecksum},
    {"fi-hetu", EvidenceKind::kChecksum},
    {"se-personnummer", EvidenceKind::kChecksum},
    {"github-crc32", EvidenceKind::kChecksum},
    {"jwt", EvidenceKind::kStructure},
    {"entropy", EvidenceKind::kRarity},
    {"not-placeholder", EvidenceKind::kRarity},
    {"card-issuer", EvidenceKind::kStructure},
    {"calendar-date", EvidenceKind::kStructure},
    {"not-sequence", EvidenceKind::kRarity},
    {"password", EvidenceKind::kRarity},
    {"crc32-hex", EvidenceKind::kChecksum},
    {"grafana-crc32", EvidenceKind::kChecksum},
    {"base58check", EvidenceKind::kChecksum},
    {"bech32", EvidenceKind::kChecksum},
    {"nkey", EvidenceKind::kChecksum},
    {"base64-user-pass", EvidenceKind::kStructure},
    {"rarity", EvidenceKind::kRarity},
    {"strong-password", EvidenceKind::kRarity},
    {"password-nearby", EvidenceKind::kRarity},
    {"login-nearby", EvidenceKind::kRarity},
    {"gitlab-crc32", EvidenceKind::kChecksum},
    {"azure-key", EvidenceKind::kChecksum},
    {"confluent-crc32", EvidenceKind::kChecksum},
    {"names-below", EvidenceKind::kStructure},
    {"value-nearby", EvidenceKind::kStructure},
    {"values-below", EvidenceKind::kStructure},
    {"not-credited", EvidenceKind::kStructure},
};
constexpr uint32_t kEntryCount = sizeof(kEntries) / sizeof(kEntries[0]);
static_assert(kEntryCount ==
              static_cast<uint32_t>(ValidatorId::kNotCredited) + 1);

// Index in the table of national identifiers; out of range for others.
uint32_t NationalIndex(ValidatorId id) {
  return static_cast<uint32_t>(id) -
         static_cast<uint32_t>(ValidatorId::kNational);
}

bool IsNational(ValidatorId id) { return NationalIndex(id) < NationalCount(); }

}  // namespace

std::optional<ValidatorId> FindValidator(std::string_view name) {
  for (uint32_t i = 0; i < kEntryCount; ++i) {
    if (kEntries[i].name == name) return static_cast<ValidatorId>(i);
  }
  constexpr auto kFirst = static_cast<uint32_t>(ValidatorId::kNational);
  for (uint32_t i = 0; i < NationalCount(); ++i) {
    if (NationalName(i) == name) return static_cast<ValidatorId>(kFirst + i);
  }
  return std::nullopt;
}

std::string_view ValidatorName(ValidatorId id) {
  if (IsNational(id)) return NationalName(NationalIndex(id));
  const auto index = static_cast<uint32_t>(id);
  return index < kEntryCount ? kEntries[index].name : std::string_view();
}

std::vector<std::string_view> ValidatorNames() {
  std::vector<std::string_view> names;
  for (const Entry& entry : kEntries) names.push_back(entry.name);
  for (uint32_t i = 0; i < NationalCount(); ++i) {
    names.push_back(NationalName(i));
  }
  return names;
}

EvidenceKind ValidatorEvidence(ValidatorId id) {
  if (IsNational(id)) return NationalEvidence(NationalIndex(id));
  const auto index = static_cast<uint32_t>(id);
  return index < kEntryCount ? kEntries[index].evidence : EvidenceKind::kFormat;
}

bool Validate(ValidatorId id, std::string_view value, uint32_t parameter) {
  if (IsNational(id)) return CheckNational(NationalIndex(id), value);
  switch (id) {
    case ValidatorId::kLuhn:
      return CheckLuhn(value);
    case ValidatorId::kIban:
      return CheckIban(value);
    case ValidatorId::kNlBsn:
      return CheckNlBsn(value);
    case ValidatorId::kFiHetu:
      return CheckFiHetu(value);
    case ValidatorId::kSePersonnummer:
      return CheckSePersonnummer(value);
    case ValidatorId::kGithubCrc32:
      return CheckGithubCrc32(value);
    case ValidatorId::kJwt:
      return CheckJwt(value);
    case ValidatorId::kEntropy:
      return CheckEntropy(value, parameter);
    case ValidatorId::kNotPlaceholder:
      return CheckNotPlaceholder(value);
    case ValidatorId::kCardIssuer:
      return CheckCardIssuer(value);
    case ValidatorId::kCalendarDate:
      return CheckCalendarDate(value);
    case ValidatorId::kNotSequence:
      return CheckNotSequence(value);
    case ValidatorId::kPassword:
      return CheckPassword(value);
    case ValidatorId::kCrc32Hex:
      return CheckCrc32Hex(value);
    case ValidatorId::kGrafanaCrc32:
      return CheckGrafanaCrc32(value);
    case ValidatorId::kBase58Check:
      return CheckBase58Check(value);
    case ValidatorId::kBech32:
      return CheckBech32(value);
    case ValidatorId::kNkey:
      return CheckNkey(value);
    case ValidatorId::kBase64UserPass:
      return CheckBase64UserPass(value);
    case ValidatorId::kRarity:
      return CheckRarity(value);
    case ValidatorId::kStrongPassword:
      return CheckStrongPassword(value);
    case ValidatorId::kGitlabCrc32:
      return CheckGitlabCrc32(value);
    case ValidatorId::kAzureKey:
      return CheckAzureKey(value);
    case ValidatorId::kConfluentCrc32:
      return CheckConfluentCrc32(value);
    case ValidatorId::kPasswordNearby:
    case ValidatorId::kLoginNearby:
    case ValidatorId::kNamesBelow:
    case ValidatorId::kValueNearby:
    case ValidatorId::kValuesBelow:
    case ValidatorId::kNotCredited:
      return true;
    case ValidatorId::kNational:
      break;
  }
  return false;
}

}  // namespace sluice
