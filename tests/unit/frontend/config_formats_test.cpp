#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "frontend/config/flatten.h"
#include "frontend/config/formats.h"
#include "marked_source.h"

namespace smtplint::config {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const ProgramWords words{.environment = {"os.environ.get", "os.environ[]", "env", "env.*", "env:*", "getenv",
                                         "$_ENV[]", "ENV.fetch", "ENV[]"},
                         .otherwise = {"default"},
                         .hands_on = {"int", "Integer", ".to_i"},
                         .maps = {"dict", "Send-Mail"},
                         .defines = {"define"},
                         .updates = {"*.config.update"}};
const ReadOptions limits{.nesting = 50, .parse_progress_per_kilobyte = 4000, .nodes = 2000, .words = &words};

/// `25 unless A or B is set`, `one | other`
std::string shown(const Node& node) {
  std::string text = node.kind == Node::Kind::text ? node.text : "?";
  if (node.kind == Node::Kind::null) text = "null";
  for (const Node& item : node.items) text = (text == "?" ? "" : text + " | ") + shown(item);
  for (const std::string& variable : node.variables)
    text += (&variable == &node.variables.front() ? " unless " : " or ") + variable;
  return text;
}

/// `path=value` for every setting of a text, document after document.
std::vector<std::string> settings(Format format, std::string_view text) {
  std::vector<std::string> result;
  for (const Node& document : row_of(format).read(text, limits).documents) {
    const Flat flat = flatten(document, row_of(format).separator, 1000);
    for (const Entry& entry : flat.entries) {
      const bool unset = entry.value->kind == Node::Kind::null;
      result.push_back(entry.path + "=" + (unset ? "" : shown(*entry.value)));
    }
  }
  return result;
}

/// The spans of all values.
std::vector<Span> values(Format format, std::string_view text) {
  std::vector<Span> result;
  for (const Node& document : row_of(format).read(text, limits).documents) {
    for (const Entry& entry : flatten(document, row_of(format).separator, 1000).entries) {
      result.push_back(entry.value->span);
    }
  }
  return result;
}

std::vector<std::string> problems(Format format, std::string_view text) {
  std::vector<std::string> result;
  for (const Problem& problem : row_of(format).read(text, limits).problems) result.push_back(problem.message);
  return result;
}

TEST(ConfigJson, TakesCommentsAndTrailingCommas) {
  const auto marked = MarkedText::parse(
      "{ // c\n \"Smtp\": { \"Host\": \"[[h]]\", \"Port\": [[25]], /* x */ \"On\": [[true]], }, }");
  EXPECT_THAT(settings(Format::json, marked.text),
              ElementsAre("Smtp:Host=h", "Smtp:Port=25", "Smtp:On=true"));
  EXPECT_EQ(values(Format::json, marked.text), marked.spans);
}

TEST(ConfigJson, DecodesEscapesAndListsOfPairs) {
  EXPECT_THAT(
      settings(Format::json, R"({"a": "x\/y\u00e9", "env": [{"name": "K", "value": "v"}, "A=b", "c d"]})"),
      ElementsAre("a=x/y\u00e9", "env:K=v", "env:A=b", "env[2]=c d"));
}

TEST(ConfigYaml, KnowsWhereEveryKindOfScalarStands) {
  const auto marked = MarkedText::parse(
      "a: [[plain text]] # c\r\nb: \"[[dou\\\"ble]]\"\nc: '[[it''s]]'\nd: !!str [[25]]\ne: &x [[v]]\nf: {g: "
      "[[1]]}\nh:\n- [[i]]\n");
  EXPECT_THAT(settings(Format::yaml, marked.text),
              ElementsAre("a=plain text", "b=dou\"ble", "c=it's", "d=25", "e=v", "f.g=1", "h[0]=i"));
  EXPECT_EQ(values(Format::yaml, marked.text), marked.spans);
}

TEST(ConfigYaml, ReadsEnvironmentsOfContainers) {
  EXPECT_THAT(
      settings(Format::yaml,
               "env:\n- name: PORT\n  value: 25\n- name: KEY\n  valueFrom: {secretKeyRef: {name: s}}\n"
               "environment:\n- HOST=h\n- \"PORT=26\"\n- plain\n"),
      ElementsAre("env.PORT=25", "env.KEY=?", "environment.HOST=h", "environment.PORT=26",
                  "environment[2]=plain"));
}

TEST(ConfigYaml, KeepsDocumentsApartAndFollowsAnchors) {
  EXPECT_EQ(row_of(Format::yaml).read("a: 1\n---\nb: 2\n", limits).documents.size(), 2u);
  EXPECT_THAT(settings(Format::yaml, "x: &x\n  a: 1\n  b: 2\ny:\n  a: 3\n  <<: *x\nz: ~\n"),
              ElementsAre("x.a=1", "x.b=2", "y.a=3", "y.b=2", "z="));
}

/// What a map says itself counts, wherever `<<` stands; of several maps the first.
TEST(ConfigYaml, MergesBelowWhatAMapSays) {
  EXPECT_THAT(settings(Format::yaml, "x: &x {a: 1, b: 2}\nv: &v {b: 3, c: 4}\ny:\n  <<: [*x, *v]\n  a: 5\n"),
              ElementsAre("x.a=1", "x.b=2", "v.b=3", "v.c=4", "y.a=5", "y.b=2", "y.c=4"));
}

TEST(ConfigYaml, SaysWhatDoesNotParse) {
  EXPECT_THAT(problems(Format::yaml, std::string(99999, '[')), testing::Contains("this is nested too deep"));
  EXPECT_THAT(problems(Format::yaml, "a: [1\n"), testing::SizeIs(1));
  std::string bomb = "a: &a [x, x]\n";
  for (char name = 'b'; name < 'w'; ++name) {
    const std::string before(1, static_cast<char>(name - 1));
    bomb += std::string(1, name) + ": &" + name + " [*" + before + ", *" + before + "]\n";
  }
  EXPECT_THAT(problems(Format::yaml, bomb), testing::SizeIs(1));
  EXPECT_THAT(problems(Format::yaml, std::string(60, '[') + std::string(60, ']')), testing::SizeIs(1));
}

/// What stands before the mistake is there.
TEST(ConfigYaml, KeepsWhatStandsBeforeAMistake) {
  EXPECT_THAT(settings(Format::yaml, "a:\n  b: 1\n  c: [2, {d: 3}]\n e: 4\n"), testing::Contains("a.b=1"));
  EXPECT_TRUE(row_of(Format::yaml).read("a: 1\nb: [\n", limits).cut_off);
  EXPECT_FALSE(row_of(Format::yaml).read("a: 1\n", limits).cut_off);
}

TEST(ConfigDotenv, ReadsAssignments) {
  const auto marked = MarkedText::parse(
      "# A=1\nexport HOST=\"[[smtp.contoso.com]]\" # c\n PORT = [[25]]  # "
      "c\r\nURL=[[a#b]]\nEMPTY=[[]]\nC=[[]]# only a comment\nnot an assignment\nQ='[[x y]]'\n");
  EXPECT_THAT(settings(Format::dotenv, marked.text),
              ElementsAre("HOST=smtp.contoso.com", "PORT=25", "URL=a#b", "EMPTY=", "C=", "Q=x y"));
  EXPECT_EQ(values(Format::dotenv, marked.text), marked.spans);
}

TEST(ConfigDotenv, TakesTheLastLineOfAName) {
  const auto marked = MarkedText::parse("A=1\nB=[[2]]\nA=[[3]]\n");
  EXPECT_THAT(settings(Format::dotenv, marked.text), testing::UnorderedElementsAre("A=3", "B=2"));
  EXPECT_THAT(values(Format::dotenv, marked.text), testing::UnorderedElementsAreArray(marked.spans));
}

TEST(ConfigProperties, ReadsAllSpellings) {
  const auto marked = MarkedText::parse(
      "! c\n#mail.port=26\nmail.host = [[h]]\nmail.port:[[25]]\nmail.user [[u]]\nlong=[[a\\\n   "
      "b]]\npath=[[c\\:\\u00e9]]\nk\\=x=[[1]]\r\n");
  EXPECT_THAT(settings(Format::properties, marked.text),
              ElementsAre("mail.host=h", "mail.port=25", "mail.user=u", "long=ab", "path=c:\u00e9", "k=x=1"));
  EXPECT_EQ(values(Format::properties, marked.text), marked.spans);
}

TEST(ConfigIni, ReadsSections) {
  const auto marked = MarkedText::parse(
      "top = [[1]]\n[smtp]\n;host = x\nhost = [[h:25]] ; c\npw = \"[[#1]]\"\n[smtp]\nmore=[[2]]\n");
  EXPECT_THAT(settings(Format::ini, marked.text),
              ElementsAre("top=1", "smtp.host=h:25", "smtp.pw=#1", "smtp.more=2"));
  EXPECT_EQ(values(Format::ini, marked.text), marked.spans);
}

TEST(ConfigXml, KnowsWhereAttributesAndTextsStand) {
  const auto marked = MarkedText::parse(
      "<?xml version=\"1.0\"?>\n<c><!-- <add key=\"n\" value=\"x\"/> --><add value='[[v]]' key=\"k\"/>"
      "<smtp from=\"[[a&amp;b]]\"><network\n  host = \"[[h]]\"\n  port='[[25]]'/></smtp>"
      "<t>  [[text]] </t><t><![CDATA[ [[raw]] ]]></t><smtpHost value=\"[[r]]\" /></c>");
  EXPECT_THAT(settings(Format::xml, marked.text),
              ElementsAre("c.k=v", "c.smtp.from=a&b", "c.smtp.network.host=h", "c.smtp.network.port=25",
                          "c.t=text", "c.t[1]=raw", "c.smtpHost=r"));
  EXPECT_EQ(values(Format::xml, marked.text), marked.spans);
}

TEST(ConfigXml, LeavesOutHowATransformationMerges) {
  EXPECT_THAT(
      settings(Format::xml, "<c xmlns:xdt=\"u\"><network port=\"587\" xdt:Transform=\"SetAttributes\"/></c>"),
      ElementsAre("c.network.port=587"));
}

TEST(ConfigXml, KeepsWhatParsesOfABrokenFile) {
  EXPECT_THAT(settings(Format::xml, "<c><add key=\"k\" value=\"v\"/><d"), ElementsAre("c.k=v"));
  EXPECT_THAT(problems(Format::xml, "<c><add key=\"k\" value=\"v\"/><d"), testing::SizeIs(1));
  EXPECT_THAT(
      settings(Format::xml, "<!DOCTYPE c [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><c><t>&x;</t></c>"),
      ElementsAre("c.t=&x;"));
}

TEST(ConfigToml, KnowsWhereEveryKindOfValueStands) {
  const std::string text =
      "# c\ntop = 1\n[smtp]\nhost = \"sm\\u0074p\" # c\nport=25\r\nlit = 'a\\b'\n\"é\" = { x = \"ü\", y = [ "
      "true, "
      "\"z\" ] }\n[[\"smtp\".inner]]\nd = 2.5\nm = \"\"\"\nq\"\"\"\n";
  EXPECT_THAT(settings(Format::toml, text),
              ElementsAre("top=1", "smtp.host=smtp", "smtp.port=25", "smtp.lit=a\\b", "smtp.é.x=ü",
                          "smtp.é.y[0]=true", "smtp.é.y[1]=z", "smtp.inner[0].d=2.5", "smtp.inner[0].m=q"));
  std::vector<std::string> written;
  for (const Span span : values(Format::toml, text))
    written.push_back(text.substr(span.begin, span.length()));
  EXPECT_THAT(written, ElementsAre("1", "sm\\u0074p", "25", "a\\b", "ü", "true", "z", "2.5", "\nq"));
}

TEST(ConfigToml, SaysWhatDoesNotParse) {
  EXPECT_THAT(problems(Format::toml, "a = " + std::string(9999, '[')), Not(ElementsAre(HasSubstr("TOML_"))));
  EXPECT_THAT(problems(Format::toml, "a = 1\na = 2\n"), testing::SizeIs(1));
  EXPECT_THAT(problems(Format::toml, "a = " + std::string(5000, '[')), testing::SizeIs(1));
}

TEST(ConfigDockerfile, ReadsWhatEnvSets) {
  const auto marked = MarkedText::parse(
      "FROM a AS b\nARG PORT=[[25]]\n# ENV X=1\nENV SMTP_HOST=[[smtp.contoso.com]] \\\n    SMTP_USER=\"[[a "
      "\\\"b]]\" "
      "C='[[d]]'\nENV OLD [[two words]]\nenv SMTP_PORT=${PORT}\nRUN ENV=1 x\n");
  EXPECT_THAT(settings(Format::dockerfile, marked.text),
              ElementsAre("SMTP_HOST=smtp.contoso.com", "SMTP_USER=a \"b", "C=d", "OLD=two words",
                          "SMTP_PORT=25 unless PORT"));
  std::vector<Span> spans = values(Format::dockerfile, marked.text);
  std::ranges::sort(spans);
  EXPECT_EQ(spans, marked.spans);
}

TEST(ConfigOptions, ReadWhatProgramsAreStartedWith) {
  const auto marked = MarkedText::parse(
      "-Xmx2g -Dmail.smtp.host=[[smtp.contoso.com]]  -Dmail.smtp.port=[[25]]\n--spring.mail.user=\"[[a b]]\" "
      "'-Dx=[[y z]]' -D --debug --server.port 8080 -Dopen=[[\"a b]]");
  EXPECT_THAT(settings(Format::options, marked.text),
              ElementsAre("mail.smtp.host=smtp.contoso.com", "mail.smtp.port=25", "spring.mail.user=a b",
                          "x=y z", "open=\"a b"));
  EXPECT_EQ(values(Format::options, marked.text), marked.spans);
}

TEST(ConfigPython, ReadsAssignments) {
  const auto marked = MarkedText::parse(
      "import os\nEMAIL_HOST = '[[smtp.x.net]]'  # c\nEMAIL_PORT: int = [[25]]\nTLS = [[True]]\nA = B = "
      "[[1]]\n"
      "class Prod(Base):\n    \"\"\"d\"\"\"\n    MAIL = r\"[[a\\n]]\"\n"
      "def f(app):\n    local = 1\n    app.config['MAIL_PORT'] = [[26]]\n"
      "app.config.update(dict(X=\"\"\"[[y\\x41]]\"\"\"), Z=None)\nE = {'a': {'b': [[2]], **c}, 'l': "
      "['[[i]]']}\n");
  EXPECT_THAT(
      settings(Format::python, marked.text),
      ElementsAre("EMAIL_HOST=smtp.x.net", "EMAIL_PORT=25", "TLS=True", "A=1", "B=1", "Prod.MAIL=a\\n",
                  "app.config.MAIL_PORT=26", "app.config.Z=", "app.config.X=yA", "E.a.b=2", "E.l[0]=i"));
}

TEST(ConfigPython, KnowsWhatTheEnvironmentMayReplace) {
  EXPECT_THAT(
      settings(Format::python,
               "A = int(os.environ.get('X', 25))\nB = env.int('Y', default=26)\nC = os.environ['Z']\n"
               "D = os.environ.get('P') or os.environ.get('Q', 'v')\nE = A\nF = secret('x')\nG = f'{x}'\n"),
      ElementsAre("A=25 unless X", "B=26 unless Y", "C=? unless Z", "D=v unless P or Q", "E=25 unless X",
                  "F=?", "G=?"));
}

TEST(ConfigPython, KeepsWhatHangsOnAConditionOpen) {
  EXPECT_THAT(settings(Format::python,
                       "P = 1\nif DEBUG:\n    P = 2\nelif T:\n    Q = 3\nelse:\n    P = 4\nR = 5 if x else "
                       "6\nP2 = 1\nP2 = 2\n"),
              ElementsAre("P=4 | 2 | 1", "Q=3 | null | null", "R=5 | 6", "P2=2"));
}

TEST(ConfigPhp, ReadsConstantsPropertiesAndArrays) {
  const auto marked = MarkedText::parse(
      "<?php\ndefine('WPMS_SMTP_HOST', '[[smtp.x.net]]');\n$CFG->smtphosts = \"[[h:25]]\"; // c\n"
      "$config['smtp.settings']['smtp_port'] = [[25]];\nclass Email { public string $SMTPHost = "
      "'[[it\\'s]]'; const X "
      "= [[1]];\n function f() { $a = 1; } }\n$CONFIG = array('a' => [[2]]);\nif ($x): $Y = '[[q]]'; endif;\n"
      "return ['m' => ['h' => [[true]]]];\n");
  EXPECT_THAT(
      settings(Format::php, marked.text),
      ElementsAre("WPMS_SMTP_HOST=smtp.x.net", "CFG.smtphosts=h:25", "config.smtp.settings.smtp_port=25",
                  "Email.SMTPHost=it's", "Email.X=1", "CONFIG.a=2", "Y=q | null", "m.h=true"));
}

TEST(ConfigPhp, KnowsWhatTheEnvironmentMayReplace) {
  EXPECT_THAT(
      settings(Format::php,
               "<?php return ['a' => env('A', 25), 'b' => getenv('B') ?: 'x', 'c' => (int) ($_ENV['C'] ?? "
               "26), 'd' => env('D'), 'e' => \"a$b\"];"),
      ElementsAre("a=25 unless A", "b=x unless B", "c=26 unless C", "d=? unless D", "e=?"));
}

TEST(ConfigRuby, ReadsAssignmentsAndHashes) {
  const auto marked = MarkedText::parse(
      "Rails.application.configure do\n  config.action_mailer.smtp_settings = {\n    address: "
      "'[[smtp.x.net]]', # c\n"
      "    :port => [[25]], 'user' => \"[[a\\tb]]\", mode: :[[login]], n: nil }\nend\n"
      "gitlab_rails['smtp_port'] = [[26]]\nActionMailer::Base.smtp_settings = { tls: [[true]] }\n");
  EXPECT_THAT(settings(Format::ruby, marked.text),
              ElementsAre("config.action_mailer.smtp_settings.address=smtp.x.net",
                          "config.action_mailer.smtp_settings.port=25",
                          "config.action_mailer.smtp_settings.user=a\tb",
                          "config.action_mailer.smtp_settings.mode=login",
                          "config.action_mailer.smtp_settings.n=", "gitlab_rails.smtp_port=26",
                          "ActionMailer::Base.smtp_settings.tls=true"));
}

TEST(ConfigRuby, KnowsWhatTheEnvironmentMayReplace) {
  EXPECT_THAT(
      settings(
          Format::ruby,
          "a.b = ENV.fetch('A', 25).to_i\na.c = (ENV['B'] || 26).to_i\na.d = Integer(ENV.fetch('C') { 27 })\n"
          "a.e = ENV['D']\na.f = \"x#{y}\"\na.g = 1 unless z\nif x\n  a.h = 2\nelse\n  a.h = 3\nend\n"),
      ElementsAre("a.b=25 unless A", "a.c=26 unless B", "a.d=27 unless C", "a.e=? unless D", "a.f=?",
                  "a.g=1 | null", "a.h=3 | 2"));
}

TEST(ConfigPowerShell, ReadsAssignmentsAndTables) {
  const auto marked = MarkedText::parse(
      "$SmtpServer = \"[[h]]\" # c\n[int]$script:Port = [[25]]\n$env:SMTP_USER = '[[u]]'\n"
      "$mail = @{ Port = [[587]]; 'UseSsl' = [[$true]] }\n$client.Timeout = [[9]]\n");
  EXPECT_THAT(settings(Format::powershell, marked.text),
              ElementsAre("SmtpServer=h", "Port=25", "SMTP_USER=u", "mail.Port=587", "mail.UseSsl=true",
                          "client.Timeout=9"));
  EXPECT_EQ(values(Format::powershell, marked.text), marked.spans);
}

/// The parameters of a command that sends are settings where they are given, and nowhere else once more.
TEST(ConfigPowerShell, ReadsTheParametersOfCommands) {
  const auto marked = MarkedText::parse(
      "$s = '[[h]]'\nSend-Mail -Server $S -Port [[25]] -UseSsl -To a\nWrite-Host -Port 26\n$t = @{ Port = "
      "[[465]] }\n"
      "send-mail @t -Server '[[i]]'\n");
  EXPECT_THAT(settings(Format::powershell, marked.text),
              ElementsAre("Send-Mail.Server=h", "Send-Mail.Port=25", "Send-Mail.UseSsl=true",
                          "Send-Mail.To=a", "1.send-mail.Port=465", "1.send-mail.Server=i"));
}

TEST(ConfigPowerShell, KeepsOpenWhatOnlyRunningTells) {
  EXPECT_THAT(settings(Format::powershell,
                       "$a = Get-Thing\n$b = \"x$a\"\n$c = $env:C\n$row.SmtpAddress = $user.Mail\nif ($d) { "
                       "$e = 1 } else { $e = 2 }\n"),
              ElementsAre("a=?", "b=?", "c=? unless C", "e=2 | 1"));
}

/// Who runs a script may give it another value.
TEST(ConfigPowerShell, TakesWhatParametersAreWhereNobodyGivesThem) {
  const auto marked = MarkedText::parse(
      "param([string]$Server = '[[h]]', [int]$Port = [[25]], $Other)\nSend-Mail -Server $Server -Port "
      "$Port\n");
  EXPECT_THAT(settings(Format::powershell, marked.text),
              ElementsAre("Send-Mail.Server=h unless Server", "Send-Mail.Port=25 unless Port"));
  EXPECT_EQ(values(Format::powershell, marked.text), marked.spans);
}

TEST(ConfigPrograms, KeepWhatParsesAndBoundWhatIsNested) {
  EXPECT_THAT(settings(Format::python, "A = 25\nB = = 3\n"), testing::Contains("A=25"));
  EXPECT_THAT(problems(Format::python, "A = 25\nB = = 3\n"), ElementsAre("this part does not parse"));
  for (const Format format : {Format::python, Format::php, Format::ruby, Format::options}) {
    const std::string begin = format == Format::php ? "<?php $a = " : "a.b = ";
    const std::string deep = begin + std::string(5000, '[') + "1" + std::string(5000, ']') + ";";
    EXPECT_LE(settings(format, deep).size(), 1u);
  }
}

/// A value can be replaced where it stands, and nothing else changes.
void expect_replaceable(Format format, std::string_view text) {
  const std::vector<Span> spans = values(format, text);
  const std::vector<std::string> before = settings(format, text);
  ASSERT_FALSE(spans.empty());
  for (std::size_t i = 0; i < spans.size(); ++i) {
    std::string edited(text);
    edited.replace(spans[i].begin, spans[i].length(), "587");
    std::vector<std::string> expected = before;
    expected[i] = expected[i].substr(0, expected[i].find('=') + 1) + "587";
    EXPECT_EQ(settings(format, edited), expected) << edited;
  }
}

TEST(ConfigFormats, ReplacingAValueChangesNothingElse) {
  expect_replaceable(Format::json, "{\"a\": {\"b\": 25, \"c\": \"x\\\"y\"}, \"d\": [1, \"two\"]}");
  expect_replaceable(Format::yaml,
                     "a: 25\r\nb: \"x\\\"y\"\nc: 'it''s'\nd:\n- e\n- {f: g}\nh: two words # c\n");
  expect_replaceable(Format::dotenv, "A=25 # c\nexport B=\"x\"\nC='y z'\nD=\n");
  expect_replaceable(Format::properties, "a=25\nb : x\nc \\u00e9 y\nd=e\\\n  f\n");
  expect_replaceable(Format::ini, "[s]\na = 25 ; c\nb=\"x\"\n");
  expect_replaceable(Format::toml, "a = 25\n[b]\nc = \"x\\\"y\" # c\nd = ['e', {f = 'g'}]\n");
  expect_replaceable(Format::dockerfile, "FROM x\nENV A=25 B=\"x y\" \\\n C='z'\nENV D e f\nENV G: h\n");
  expect_replaceable(Format::python, "A = 25\nb.c['d'] = \"x\\\"y\"\nE = {'f': [True, 'g']}\n");
  expect_replaceable(Format::php, "<?php\ndefine('A', 25);\nreturn ['b' => 'c', \"d\" => [\"e\\n\"]];\n");
  expect_replaceable(Format::ruby, "a.b = 25\nc.d = { e: 'f', g: \"h\\n\", i: ['j'] }\n");
  expect_replaceable(Format::powershell, "$a = 25\n$b.c = 'd'\n$e = @{ f = \"g\"; h = 'i' }\n");
  expect_replaceable(Format::options, "-Xmx2g -Da.b=25 --c=\"d e\" '-Df=g h'");
  expect_replaceable(Format::xml, "<c><add key=\"k\" value=\"25\"/><n a='x' b=\"y&lt;\"/><t> z </t></c>");
}

TEST(ConfigFormats, EndLinesWithACarriageReturnAlone) {
  EXPECT_THAT(settings(Format::yaml, "smtp:\r  host: a\r  port: 25\r"),
              ElementsAre("smtp.host=a", "smtp.port=25"));
  EXPECT_THAT(settings(Format::dotenv, "# mail\rHOST=a\rPORT=25\r"), ElementsAre("HOST=a", "PORT=25"));
  EXPECT_THAT(settings(Format::properties, "# mail\rhost=a\\\r  b\rport=25\r\nc=d\\\r\n e"),
              ElementsAre("host=ab", "port=25", "c=de"));
}

TEST(ConfigFormats, ReadEmptyFiles) {
  for (const FileFormatTraits& traits : file_formats)
    EXPECT_THAT(settings(traits.format, ""), IsEmpty()) << traits.word;
}

}  // namespace
}  // namespace smtplint::config
