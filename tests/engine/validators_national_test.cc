#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "sluice/validator.h"

namespace sluice {
namespace {

struct Case {
  std::string_view validator;
  std::string_view value;
};

bool Passes(const Case& test) {
  const auto id = FindValidator(test.validator);
  REQUIRE(id.has_value());
  return Validate(*id, test.value, 0);
}

// Specimens of the issuers, and invented numbers.
const Case kValid[] = {
    {"at-svnr", "1237 010180"},
    {"ch-ahv", "756.9217.0769.85"},
    {"de-steuer-id", "86095742719"},
    {"de-steuer-id", "65 929 970 489"},
    {"de-rvnr", "65170839J003"},
    {"de-kvnr", "A123456780"},
    {"de-document", "L01X00T471"},
    {"de-document", "C01X00T478"},
    {"de-document", "T220001293"},
    {"es-dni", "12345678Z"},
    {"es-dni", "X-0000000-T"},
    {"es-cif", "A58818501"},
    {"it-codice-fiscale", "RSSMRA85T10A562S"},
    {"it-codice-fiscale", "rssmra85t10a562s"},
    {"no-fodselsnummer", "17054026641"},
    {"pl-pesel", "44051401458"},
    {"gb-nhs", "943 476 5919"},
    {"gb-nino", "QQ123456C"},
    {"br-cpf", "111.444.777-35"},
    {"br-cnpj", "12.ABC.345/01DE-35"},
    {"tr-tc-kimlik", "10000000146"},
    {"us-npi", "1234567893"},
    {"us-aba", "011000015"},
    {"au-tfn", "123 456 782"},
    {"au-abn", "51 824 753 556"},
    {"cl-rut", "12.345.678-5"},
    {"cn-ric", "11010519491231002X"},
    {"in-pan", "ABCPE1234F"},
    {"imei", "490154203237518"},
    {"imei", "35-209900-176148-1"},
    {"vin", "1HGCM82633A004352"},
    {"vin", "11111111111111111"},
    {"eip-55", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"},
    {"eip-55", "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359"},
    {"gr-amka", "01013099997"},
    {"is-kennitala", "120174-3399"},
    {"be-national-number", "85.07.30-033.28"},
    {"nl-btw", "NL000099998B57"},
    {"mrz",
     "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
     "\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"},
    {"mrz",
     "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<"
     "<ANNA<MARIA<<<<<<<<<<"},
    {"separated", "123-45"},
    {"hr-oib", "94577403194"},
    {"pt-cc", "00000000 0 ZZ4"},
    {"sg-nric", "S1234567D"},
    {"ie-pps", "1234567T"},
    {"ie-pps", "1234567FA"},
    {"ro-cnp", "1800101221144"},
    {"fr-nir", "2 55 08 14 168 025 38"},
    {"lu-matricule", "1893120105732"},
    {"mx-curp", "HEGG560427MVZRRL04"},
    {"nl-onderwijs", "109445928"},
    {"nl-onderwijs", "107631629"},
    {"nl-btw", "NL929474788B02"},
    {"nl-btw", "NL488828211B01"},
    {"be-enterprise", "0813505544"},
    {"be-enterprise", "0491564227"},
    {"lu-matricule", "1998050725271"},
    {"lu-matricule", "1961041123350"},
    {"de-steuer-id", "68132974584"},
    {"de-steuer-id", "84597136278"},
    {"de-rvnr", "65070677Z275"},
    {"de-rvnr", "12150896B199"},
    {"de-kvnr", "J555165619"},
    {"de-kvnr", "P952768384"},
    {"at-svnr", "7926100859"},
    {"at-svnr", "2975060985"},
    {"ch-ahv", "7561951565008"},
    {"ch-ahv", "7561098818456"},
    {"fr-nir", "260042A09955369"},
    {"fr-nir", "177042A16817420"},
    {"fr-spi", "2162889088339"},
    {"fr-spi", "0267968275386"},
    {"fr-siren", "590979720"},
    {"fr-siren", "507332971"},
    {"es-dni", "X6531040Y"},
    {"es-dni", "02447448H"},
    {"es-cif", "A45133584"},
    {"es-cif", "B95799284"},
    {"es-nss", "281730743149"},
    {"es-nss", "084280019780"},
    {"it-codice-fiscale", "XSREED27B06G351I"},
    {"it-codice-fiscale", "VCKEAA71T21F309I"},
    {"it-partita-iva", "00351650734"},
    {"it-partita-iva", "07580770209"},
    {"pt-nif", "186477660"},
    {"pt-nif", "225174243"},
    {"pt-cc", "055041596CM5"},
    {"pt-cc", "242087792NT4"},
    {"dk-cpr", "0804979206"},
    {"dk-cpr", "2402522093"},
    {"no-fodselsnummer", "16065095533"},
    {"no-fodselsnummer", "01109337737"},
    {"no-kontonummer", "27372460658"},
    {"no-kontonummer", "10978860139"},
    {"is-kennitala", "0209897509"},
    {"is-kennitala", "1311979189"},
    {"se-orgnr", "5577638124"},
    {"se-orgnr", "5592943285"},
    {"pl-pesel", "96042809598"},
    {"pl-pesel", "87051084119"},
    {"pl-nip", "8477109256"},
    {"pl-nip", "8920521055"},
    {"cz-rodne-cislo", "5612224079"},
    {"cz-rodne-cislo", "6709046267"},
    {"hu-ado", "8067188432"},
    {"hu-ado", "8970380027"},
    {"hu-taj", "985498308"},
    {"hu-taj", "359642023"},
    {"ro-cnp", "1831010124086"},
    {"ro-cnp", "1851111404213"},
    {"bg-egn", "7805199010"},
    {"bg-egn", "7108065961"},
    {"bg-lnch", "4335859140"},
    {"bg-lnch", "7612238881"},
    {"gr-amka", "26075923651"},
    {"gr-amka", "07109773007"},
    {"gr-afm", "081590436"},
    {"gr-afm", "129752939"},
    {"hr-oib", "49882623074"},
    {"hr-oib", "64933932169"},
    {"si-emso", "2007974507830"},
    {"si-emso", "0209968508233"},
    {"ee-isikukood", "35303230571"},
    {"ee-isikukood", "39404094648"},
    {"lt-asmens-kodas", "48707269810"},
    {"lt-asmens-kodas", "46904059136"},
    {"lv-personas-kods", "08079814054"},
    {"lv-personas-kods", "08125517457"},
    {"cy-tic", "03277077F"},
    {"cy-tic", "08009240Q"},
    {"ie-pps", "9249250Q"},
    {"ie-pps", "3665255HA"},
    {"gb-nino", "CE719404C"},
    {"gb-nino", "CE401673A"},
    {"gb-nhs", "7989132982"},
    {"gb-nhs", "9627185671"},
    {"gb-utr", "9356423129"},
    {"gb-utr", "2634631754"},
    {"us-ssn", "539668001"},
    {"us-ssn", "561077044"},
    {"us-itin", "920771197"},
    {"us-itin", "935714327"},
    {"us-npi", "1917120127"},
    {"us-npi", "1025015516"},
    {"us-dea", "BZ0227822"},
    {"us-dea", "FM2391667"},
    {"us-aba", "014794849"},
    {"us-aba", "126432581"},
    {"ca-sin", "735699845"},
    {"ca-sin", "127918340"},
    {"br-cpf", "28193955463"},
    {"br-cpf", "78792899501"},
    {"br-cnpj", "24872997000138"},
    {"br-cnpj", "76907470000103"},
    {"mx-curp", "DAGH650712HDFLLB02"},
    {"mx-curp", "XOEF820219HDFLCF08"},
    {"cl-rut", "140957720"},
    {"cl-rut", "130587291"},
    {"ar-cuit", "23287692854"},
    {"ar-cuit", "23684900080"},
    {"au-tfn", "174107407"},
    {"au-tfn", "454357274"},
    {"au-medicare", "2466563864"},
    {"au-medicare", "2176276850"},
    {"au-abn", "23081389608"},
    {"au-abn", "29397284117"},
    {"au-acn", "595510624"},
    {"au-acn", "702328461"},
    {"nz-ird", "79320315"},
    {"nz-ird", "93677471"},
    {"in-aadhaar", "583199115847"},
    {"in-aadhaar", "690454974918"},
    {"in-pan", "SMFPM0001N"},
    {"in-pan", "KRTPB5914C"},
    {"sg-nric", "S4553963F"},
    {"sg-nric", "G8213287U"},
    {"jp-my-number", "250508962114"},
    {"jp-my-number", "450048193485"},
    {"kr-rrn", "9701092096540"},
    {"kr-rrn", "7009161376317"},
    {"cn-ric", "110105196304087257"},
    {"cn-ric", "110105197606130294"},
    {"th-pin", "7734184471154"},
    {"th-pin", "8451228623769"},
    {"tr-tc-kimlik", "20448601904"},
    {"tr-tc-kimlik", "76973722126"},
    {"il-teudat-zehut", "226905180"},
    {"il-teudat-zehut", "110234846"},
    {"za-id", "5403056215081"},
    {"za-id", "7911019876086"},
    {"imei", "356181246292120"},
    {"imei", "350503524187241"},
    {"eip-55", "0x09794c6741a73abcc93b44a06265887ea769a3b7"},
    {"eip-55", "0x872bd587b41f73f673ced2ec791b40d4dc883558"},
};

const Case kInvalid[] = {
    {"nl-onderwijs", "104063601"},
    {"nl-btw", "NL004341065B00"},
    {"be-enterprise", "0629454083"},
    {"lu-matricule", "1953080927151"},
    {"de-steuer-id", "56134897291"},
    {"de-rvnr", "12190292B391"},
    {"de-kvnr", "T521572691"},
    {"at-svnr", "7771050881"},
    {"ch-ahv", "7567607834513"},
    {"fr-nir", "291093117339031"},
    {"fr-spi", "2216644217311"},
    {"fr-siren", "459002461"},
    {"es-dni", "07377151R"},
    {"es-cif", "A80240521"},
    {"es-nss", "410433559803"},
    {"it-codice-fiscale", "NSVRKB32L32C511G"},
    {"it-partita-iva", "01530350531"},
    {"pt-nif", "203419681"},
    {"pt-cc", "912579765KZ1"},
    {"no-fodselsnummer", "06027836301"},
    {"no-kontonummer", "11827273681"},
    {"is-kennitala", "2406824431"},
    {"se-orgnr", "5563676581"},
    {"pl-pesel", "79010286581"},
    {"pl-nip", "6301360651"},
    {"cz-rodne-cislo", "8502146541"},
    {"hu-ado", "8773334291"},
    {"hu-taj", "421148271"},
    {"ro-cnp", "2890422402961"},
    {"bg-egn", "5710070151"},
    {"bg-lnch", "1240115891"},
    {"gr-amka", "05058155261"},
    {"gr-afm", "088778411"},
    {"hr-oib", "59626961501"},
    {"si-emso", "1802963507611"},
    {"ee-isikukood", "39007260431"},
    {"lt-asmens-kodas", "48608202791"},
    {"lv-personas-kods", "19055316721"},
    {"cy-tic", "01452771V"},
    {"ie-pps", "1904411RA"},
    {"gb-nhs", "4786361441"},
    {"gb-utr", "3612837281"},
    {"us-npi", "1696648301"},
    {"us-dea", "FJ5766381"},
    {"us-aba", "021974371"},
    {"ca-sin", "655418731"},
    {"br-cpf", "37177114231"},
    {"br-cnpj", "89715942000161"},
    {"mx-curp", "TIEF630725MDFBJB01"},
    {"cl-rut", "131813081"},
    {"ar-cuit", "23219367691"},
    {"au-tfn", "466893493"},
    {"au-medicare", "3467604717"},
    {"au-abn", "51787302781"},
    {"au-acn", "403720151"},
    {"nz-ird", "42831311"},
    {"in-aadhaar", "807484205911"},
    {"sg-nric", "F6851121P"},
    {"jp-my-number", "646867808181"},
    {"kr-rrn", "8102072317441"},
    {"cn-ric", "110105198002253201"},
    {"th-pin", "2215484546581"},
    {"tr-tc-kimlik", "77144352271"},
    {"il-teudat-zehut", "268655591"},
    {"za-id", "8406037528083"},
    {"imei", "356044307575291"},
    {"us-ssn", "000-12-3456"},
    {"us-ssn", "666123456"},
    {"us-itin", "912341234"},
    {"dk-cpr", "310299-1234"},
    {"in-pan", "ABCXE1234F"},
    {"gb-nino", "BG123456A"},
    {"eip-55", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD"},
    {"separated", "123456789"},
    {"nl-btw", "NL000099998B00"},
    {"de-steuer-id", "00000000000"},
    {"mrz", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"},
    {"mrz",
     "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n"
     "L898902C37UTO7408122F1204159ZE184226B<<<<<10"},
    {"vin", "1HGCM82633O004352"},
};

TEST_CASE("national identifiers that exist pass") {
  for (const Case& test : kValid) {
    CAPTURE(test.validator);
    CAPTURE(test.value);
    CHECK(Passes(test));
  }
}

TEST_CASE("national identifiers with a wrong check fail") {
  for (const Case& test : kInvalid) {
    CAPTURE(test.validator);
    CAPTURE(test.value);
    CHECK_FALSE(Passes(test));
  }
}

TEST_CASE("every validator is found by its name, and names are unique") {
  for (const std::string_view name : ValidatorNames()) {
    CAPTURE(name);
    const auto id = FindValidator(name);
    REQUIRE(id.has_value());
    CHECK(ValidatorName(*id) == name);
  }
  CHECK_FALSE(FindValidator("xx-unknown").has_value());
}

TEST_CASE("no validator passes the empty text or one without a number") {
  for (const std::string_view name : ValidatorNames()) {
    if (name.size() < 3 || name[2] != '-') continue;
    CAPTURE(name);
    for (const std::string_view value : {"", "-", "abc", "x y z"}) {
      CHECK_FALSE(Validate(*FindValidator(name), value, 0));
    }
  }
}

}  // namespace
}  // namespace sluice
