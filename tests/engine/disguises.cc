#include "disguises.h"

#include "disguise_tools.h"

namespace sluice {
namespace {

std::vector<Disguise> Joined(std::vector<Disguise> first,
                             const std::vector<Disguise>& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

}  // namespace

std::vector<Secret> KnownSecrets() {
  return {
      {"aws-access-key-id", "id = ", std::string("AKIA") + "QYLPMN5HFIQR7XYA",
       ", region eu"},
      {"iban", "to ", "NL91ABNA0417164300", " today"},
      {"iban", "to ", "NL91 ABNA 0417 1643 00", ", today"},
      {"nl-bsn", "BSN: ", "111222333", " (new)"},
      {"nl-bsn", "burgerservicenummer ", "111 222 333", "."},
      {"payment-card", "card ", "4111 1111 1111 1111", " exp"},
      {"email-address", "mail ", "jan.jansen42@voorbeeld.nl", " or call"},
      {"email-address", "mail ", "piet@acme-shop.com", ", please"},
      {"github-token", "token: ",
       std::string("ghp_") + "A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5" + "0Zb5Hm",
       " end"},
      {"gitlab-token", "token ", std::string("glpat-") + "x7Kq2mWz9RtY4vBn8LpD",
       " end"},
  };
}

std::vector<Disguise> AccidentalDisguises() {
  return Joined(AccidentalLooks(), AccidentalCodes());
}

std::vector<Disguise> DeliberateDisguises() {
  return Joined(DeliberateLooks(), DeliberateCodes());
}

}  // namespace sluice
