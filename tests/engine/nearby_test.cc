// Passwords in sentences and tables, with the project's own rules: what stands
// between "<<" and ">>" is to be found, and nothing else.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "default_rules.h"
#include "sluice/scanner.h"

namespace sluice {
namespace {

struct Marked {
  explicit Marked(std::string_view marked) {
    for (size_t i = 0; i < marked.size(); ++i) {
      const std::string_view rest = marked.substr(i);
      if (rest.starts_with("<<") || rest.starts_with(">>")) {
        const auto at = static_cast<uint32_t>(text.size());
        if (rest[0] == '<') {
          spans.push_back({at, at});
        } else {
          spans.back().end = at;
        }
        ++i;
      } else {
        text.push_back(marked[i]);
      }
    }
  }

  std::string text;
  std::vector<Span> spans;
};

void CheckFound(std::string_view marked) {
  const Marked expected(marked);
  CAPTURE(expected.text);
  static const Scanner scanner{DefaultRules::Load(OwnRules().bytes)};
  const Verdict verdict =
      scanner.Scan(expected.text, OwnRules().policy, {}, {});
  std::vector<Span> found;
  for (const Finding& finding : verdict.findings) {
    if (finding.action == Action::kRedact) found.push_back(finding.span);
  }
  REQUIRE(found.size() == expected.spans.size());
  for (size_t i = 0; i < found.size(); ++i) {
    CHECK(found[i].begin == expected.spans[i].begin);
    CHECK(found[i].end == expected.spans[i].end);
  }
}

TEST_CASE("numbers of documents stand before, behind and below their name") {
  const std::string_view texts[] = {
      "<<NX4R7PK23>> is mijn paspoortnummer",
      "De klant gaf <<NX4R7PK23>> op als documentnummer.",
      "Paspoort van mevrouw: <<NX4R7PK23>>, geldig tot 2031",
      "Ausweisnummer\n<<L41X698K7>>\n",
      "id;Nummer identiteitsbewijs;plaats\n1;<<NX4R7PK23>>;Gouda\n"
      "2;<<IC82KHR47>>;Delft\n",
      "<client><dutch_passport><<NX4R7PK23>></dutch_passport></client>",
      "wallet\n<<1Nn5ZeWHY1cqvwxFCrHZheLcw6KGodLjbR>>\n"
      "<<3EBEazht3qveXFxc7cwCaTBW4mq52T7ZxA>>\n",
      "Naam;Klantnummer\nx;<<482719>>\ny;<<482733>>\n",
  };
  for (const std::string_view text : texts) CheckFound(text);
}

TEST_CASE("a name of a document makes no number of what stands further") {
  const std::string_view texts[] = {
      "Paspoort aanvragen kan bij de gemeente, neem afspraak NX4R7PK2 mee",
      "Neem uw paspoort mee. Kamer 204.\n\n\nNX4R7PK23",
      "NX4R7PK23\nNeem uw paspoort mee.",
      "Uw klantnummer staat op de brief.\n482719\n",
  };
  for (const std::string_view text : texts) CheckFound(text);
}

TEST_CASE("a password is found wherever it stands in the sentence") {
  const std::string_view sentences[] = {
      "I set everyone's initial password to <<Zomer#2025>> yesterday",
      "it's <<87Liverpool!>> with a capital, that's the guest password",
      "Het nieuwe ww voor de NAS is <<feyenoord8360>>",
      "Ik heb ieders beginwachtwoord op <<Tulp#48x!>> gezet",
      "PW f\xC3\xBCrs WLAN im Wartezimmer: <<Sonne2023!!>>",
      "Versuch mal <<Herbst2024>> als Passwort",
      "Hier j'ai mis <<Soleil#76x>> comme mot de passe initial",
      "el usuario ana tiene <<Verano2025>> como contrase\xC3\xB1"
      "a",
      "ieri abbiamo cambiato la password, era <<Amore-932>>",
      "db-anv\xC3\xA4ndaren har <<kaffe9087>> som l\xC3\xB6senord",
      "Uusi salasana on <<talvi4235>>",
      "Pr\xC3\xB8v <<hund!4459>> som adgangskode",
      "passfrasen til n\xC3\xB8kkelen er \"<<Fjord2026!!>>\"",
      "Moje has\xC5\x82o by\xC5\x82o <<Polska$36>> i nie dzia\xC5\x82"
      "a",
      "a senha continua <<Lisboa2026!!>>",
      "Log on as jan, pwd <<tigger3534>>",
      "user jan, password <<hunter2>>.",
      "Wachtwoord is teruggezet naar <<Herfst#4471>>, wijzig het",
      "Das Kennwort wurde auf <<Winter_2026x>> zur\xC3\xBC"
      "ckgesetzt",
      "hab das Passwort auf <<Herbst2026?>> gesetzt, ok",
      "l\xC3\xB6senordet \xC3\xA4r nollst\xC3\xA4llt till <<Sommar2026x>> nu",
      "zmieni\xC5\x82"
      "em has\xC5\x82o na <<Rysy2499x>> dzisiaj",
      "scanner in, met magazijn en <<Pallet#118>> als wachtwoord",
      "the old password is <<Kaas2024!>> and the new one <<Brood#77>>",
      "Password:\n\n<<Rotterdam010!>>\n",
  };
  for (const std::string_view sentence : sentences) CheckFound(sentence);
}

TEST_CASE("a name and a password behind a word for logging in") {
  CheckFound("creds for the box: jan / <<Kaas2024!>>");
  CheckFound("inloggen op de NAS met jan en <<Welkom2024>>");
  CheckFound("G\xC3\xA4ste-WLAN, der Schl\xC3\xBCssel ist <<Brezel-77-Senf>>");
  CheckFound("WLAN-Schl\xC3\xBCssel im B\xC3\xBCro: <<Bergwiese4711>>");
  CheckFound("pr\xC3\xB8v <<pV6!svale>> til root ellers den gamle");
  CheckFound("Usa l'accesso admin/<<Milano2026?!>> per il portale");
}

TEST_CASE("every row below a header is read") {
  CheckFound(
      "Name\tPassword\njan\t<<Welkom01>>\npiet\t<<kaas4459>>\n"
      "els\tchangeme\nkim\t<<x7Kp-2mQz>>\n");
  CheckFound(
      "| user | Wachtwoord | host |\n|---|---|---|\n| jan | <<Tulp#448>> | a "
      "|\n"
      "| els | <<fiets-7788>> | b |\n");
  CheckFound(
      "Host      User    Password\nsrv-a     jan     <<Zomer#23>>\n"
      "srv-b     els     <<vZ7!rrqp>>\n");
  CheckFound("host\tpwd\nsrv-a\t<<Zomer#23>>\nsrv-b\t<<vZ7!rrqp>>\n");
  CheckFound("pw\thost\n<<Zomer#23>>\tsrv-a\n<<vZ7!rrqp>>\tsrv-b\n");
}

TEST_CASE("what only stands near a word for password is none") {
  const std::string_view sentences[] = {
      "The password of srv-db01 has expired",
      "reset the password for Windows2019 first",
      "Closes: Bug#108071 (password prompt)",
      "a password-based key, see PKCS#12 or RFC2898",
      "Pass it to _nl_make_l10nflist in the next line",
      "PASS: pr28639a\nPASS: pr28639b\n",
      "password: pulumi.Output<string2>;",
      "[Encrypt with a password](#encrypt-with-a-password2)",
      "name: string, password: string, options2?: GetTokenOptions",
      "'en-pr' | 'en-pw' | 'en-rw2' | 'en-sb'",
      "log in on srv-db01 with the usual account",
      "no password. Version 1.2.3-beta4 needs none",
      "char *password);\nOSSL_DEPRECATEDIN_3_0 int f(char *x)",
      "username, password,\nheaders2, timeout9,\n",
      "password propKey$jscomp$7 value",
      "token(password, scramble1, scramble2)",
      "argument of length 4, passwords, config$1",
      "le mot de passe est envoyer ensuite",
      "password = *\n\noperator1:\n",
      "a fix of the password module, commit feb6f21d2e",
      "publickey,password publickey,keyboard-interactive",
      "'Password': return plural(n) ? 'weeks2' : 'week2x'",
      "| user | password |\n|---|---|\n| els | zweimalig |\n",
  };
  for (const std::string_view sentence : sentences) CheckFound(sentence);
}

}  // namespace
}  // namespace sluice
