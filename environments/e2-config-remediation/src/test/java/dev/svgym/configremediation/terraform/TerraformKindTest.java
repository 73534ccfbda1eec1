package dev.svgym.configremediation.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.model.ConfigObject;
import dev.svgym.configremediation.model.Parsed;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TerraformKindTest {

    private static final TerraformKind KIND = new TerraformKind();

    private static Parsed parse(String text) {
        return KIND.parse(new TreeMap<>(Map.of("main.tf", text)));
    }

    private static Config read(Map<String, String> files) {
        Parsed parsed = KIND.parse(new TreeMap<>(files));
        assertThat(parsed).isInstanceOf(Parsed.Read.class);
        return ((Parsed.Read) parsed).config();
    }

    private static JsonNode tree(Config config, String id) {
        return config.objects().stream()
                .filter(object -> object.id().equals(id))
                .map(ConfigObject::tree)
                .findFirst()
                .orElseThrow();
    }

    /** What an expression comes to, beside a few variables and locals. */
    private static String value(String expression) {
        String text =
                """
                variable "known" {
                  default = "k"
                }
                variable "unknown" {}
                variable "number" {
                  type    = number
                  default = "7"
                }
                locals {
                  list = ["a", "b"]
                  map  = { x = 1, y = [true] }
                }
                output "it" {
                  value = %s
                }
                """
                        .formatted(expression);
        JsonNode value = tree(read(Map.of("main.tf", text)), "output.it").path("value");
        return Unresolved.text(value);
    }

    @Nested
    class an_expression_is {

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                quoteCharacter = '`',
                value = {
                    "var.known ; \"k\"",
                    "\"${var.known}-${var.number}\" ; \"k-7\"",
                    "var.number + 1 ; 8",
                    "2 + 3 * 4 ; 14",
                    "(2 + 3) * 4 ; 20",
                    "7 % 4 - -1 ; 4",
                    "!true || 1 < 2 && 2 != 2 ; false",
                    "var.known == \"k\" ? 1 : 2 ; 1",
                    "true ? 1 : \"x\" ; \"1\"",
                    "local.list[1] ; \"b\"",
                    "local.map.y[0] ; true",
                    "local.map[\"x\"] ; 1",
                    "[for i, s in local.list : \"${i}${s}\" if s != \"a\"] ; [\"1b\"]",
                    "{for s in local.list : s => upper(s)} ; {\"a\" = \"A\", \"b\" = \"B\"}",
                    "merge({a = 1}, {a = 2, b = 3}) ; {\"a\" = 2, \"b\" = 3}",
                    "concat(local.list, [\"c\"]) ; [\"a\", \"b\", \"c\"]",
                    "join(\"/\", [\"0.0.0.0\", \"0\"]) ; \"0.0.0.0/0\"",
                    "format(\"%s.%d%%\", \"a\", 3) ; \"a.3%\"",
                    "toset([\"a\", \"a\"]) ; [\"a\"]",
                    "lookup(local.map, \"z\", 5) ; 5",
                    "jsondecode(jsonencode({a = [1, null]})).a[0] ; 1",
                    "jsonencode({a = 1}) ; \"{\\\"a\\\":1}\"",
                    "\"%{ if var.number > 5 }big%{ else }small%{ endif }\" ; \"big\"",
                    "\"%{ for s in local.list }<${s}>%{ endfor }\" ; \"<a><b>\"",
                    "\"x  ${~ var.known ~}  y\" ; \"xky\"",
                    "local.list[*] ; [\"a\", \"b\"]",
                    "\"$${a} %%{b}\" ; \"${a} %{b}\"",
                    "split(\",\", \"a,b\") ; [\"a\", \"b\"]",
                    "contains(local.list, \"b\") ; true",
                    "length(local.list) ; 2",
                    "base64encode(\"é\") ; \"w6k=\"",
                    "base64decode(\"w6k=\") ; \"é\"",
                    "sensitive(local.list) ; [\"a\", \"b\"]",
                    "nonsensitive(sensitive(var.known)) ; \"k\""
                })
        void worked_out(String expression, String expected) {
            assertThat(value(expression)).isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                quoteCharacter = '`',
                value = {
                    "var.unknown ; var.unknown",
                    "\"${var.known}-${var.unknown}\" ; \"k-${var.unknown}\"",
                    "var.unknown ? 1 : var.known ; (var.unknown ? 1 : \"k\")",
                    "file(\"a\") ; file(\"a\")",
                    "upper(var.unknown) ; upper(var.unknown)",
                    "[var.unknown, 1] ; [var.unknown, 1]",
                    "aws_x.y[0].z ; aws_x.y[0].z",
                    "aws_x.y[*].z ; aws_x.y[*].z",
                    "data.aws_x.y.z ; data.aws_x.y.z",
                    "1 + var.unknown ; (1 + var.unknown)",
                    "1 / 0 ; (1 / 0)",
                    "local.nothing ; local.nothing",
                    "sensitive(var.unknown) ; var.unknown",
                    "base64decode(\"/w==\") ; base64decode(\"/w==\")",
                    "replace(\"a\", \"/a/\", \"b\") ; replace(\"a\", \"/a/\", \"b\")",
                    "{\"$unresolved\" = 1} ; {\"$unresolved\" = 1}",
                    "[for s in var.unknown : s.x] ; [for s in var.unknown : s.x]"
                })
        void kept_as_its_text_with_what_is_known_in_it(String expression, String expected) {
            assertThat(value(expression)).isEqualTo(expected);
        }
    }

    @Test
    void blocks_of_a_list_are_keyed_so_that_removing_one_shifts_none() {
        String ingress =
                "  ingress {\n    from_port = %s\n    to_port = %s\n    protocol = \"tcp\"\n    cidr_blocks = [\"10.0.0.0/8\"]\n  }\n";
        String group = "resource \"aws_security_group\" \"a\" {\n%s}\n";
        String first = ingress.formatted(22, 22);
        String second = ingress.formatted("\"443\"", 443);

        JsonNode both =
                tree(
                        read(Map.of("main.tf", group.formatted(first + second))),
                        "aws_security_group.a");
        JsonNode one =
                tree(read(Map.of("main.tf", group.formatted(second))), "aws_security_group.a");

        assertThat(both.get("ingress").propertyNames()).containsExactly("22/22/tcp", "443/443/tcp");
        assertThat(one.get("ingress").get("443/443/tcp"))
                .isEqualTo(both.get("ingress").get("443/443/tcp"));
    }

    @Test
    void a_dynamic_block_of_known_values_is_what_it_makes() {
        String text =
                """
                locals {
                  ports = { ssh = 22, web = 443 }
                }
                resource "aws_security_group" "a" {
                  dynamic "ingress" {
                    for_each = local.ports
                    iterator = each_port
                    content {
                      description = each_port.key
                      from_port   = each_port.value
                      to_port     = each_port.value
                      protocol    = "tcp"
                    }
                  }
                }
                """;

        JsonNode group = tree(read(Map.of("main.tf", text)), "aws_security_group.a");

        assertThat(group.at("/ingress/22~122~1tcp/description").stringValue()).isEqualTo("ssh");
        assertThat(group.at("/dynamic/ingress/expanded").booleanValue()).isTrue();
    }

    @Test
    void policies_are_read_whether_encoded_or_written_out() {
        String text =
                """
                resource "aws_iam_policy" "encoded" {
                  policy = jsonencode({ Statement = { Effect = "Allow", Action = "*", Resource = aws_s3_bucket.a.arn } })
                }
                resource "aws_iam_policy" "written" {
                  policy = <<-EOT
                    {"Statement": [{"Sid": "All", "Effect": "Allow", "Action": "*", "Resource": "${aws_s3_bucket.a.arn}/*"}]}
                  EOT
                }
                """;
        Config config = read(Map.of("main.tf", text));

        assertThat(
                        tree(config, "aws_iam_policy.encoded")
                                .at("/policy/Statement/0/Action")
                                .stringValue())
                .isEqualTo("*");
        assertThat(
                        tree(config, "aws_iam_policy.written")
                                .at("/policy/Statement/All/Resource/$unresolved")
                                .stringValue())
                .isEqualTo("\"${aws_s3_bucket.a.arn}/*\"");
    }

    @Test
    void a_text_in_a_policy_is_not_what_it_looks_like() {
        Config config =
                read(
                        Map.of(
                                "main.tf",
                                """
                                resource "aws_iam_policy" "half" {
                                  policy = <<-EOT
                                    {"Statement": {"Sid": "$${var.a} 5%", "Resource": "${aws_s3_bucket.a.arn}"}}
                                  EOT
                                }
                                """));

        var statement =
                tree(config, "aws_iam_policy.half").at("/policy/Statement").iterator().next();
        assertThat(statement.get("Sid").stringValue()).isEqualTo("${var.a} 5%");
        assertThat(statement.at("/Resource/$unresolved").stringValue())
                .isEqualTo("\"${aws_s3_bucket.a.arn}\"");
    }

    @Test
    void what_terraform_cannot_work_out_stays_open() {
        Config config =
                read(
                        Map.of(
                                "main.tf",
                                """
                                resource "aws_ebs_volume" "a" {
                                  size      = true ? 8 : []
                                  encrypted = format("%d", "true")
                                }
                                """));

        var tree = tree(config, "aws_ebs_volume.a");
        assertThat(tree.at("/size/$unresolved").stringValue()).isEqualTo("(true ? 8 : [])");
        assertThat(tree.get("encrypted").has("$unresolved")).isTrue();
    }

    @Test
    void blocks_are_no_attributes_but_where_the_provider_takes_them_so() {
        assertThat(
                        read(Map.of(
                                        "main.tf",
                                        "resource \"aws_security_group\" \"a\" {\n  ingress = [{ from_port = 22, to_port = 22, protocol = \"tcp\" }]\n}\n"))
                                .objects())
                .hasSize(1);
        assertThat(
                        KIND.parse(
                                new TreeMap<>(
                                        Map.of(
                                                "main.tf",
                                                "resource \"aws_instance\" \"a\" {\n  metadata_options = { http_tokens = \"required\" }\n}\n"))))
                .isInstanceOf(Parsed.Unreadable.class);
    }

    @Test
    void a_module_gets_its_inputs_and_gives_its_outputs() {
        Config config =
                read(
                        Map.of(
                                "main.tf",
                                "module \"a\" {\n  source = \"./m\"\n  size = 3\n}\nmodule \"b\" {\n  source = \"./m\"\n}\noutput \"o\" {\n  value = module.a.twice\n}\n",
                                "m/main.tf",
                                "variable \"size\" {\n  default = 1\n}\noutput \"twice\" {\n  value = var.size * 2\n}\nresource \"aws_ebs_volume\" \"v\" {\n  size = var.size\n}\n"));

        assertThat(tree(config, "output.o").get("value").intValue()).isEqualTo(6);
        assertThat(tree(config, "module.a.aws_ebs_volume.v").get("size").intValue()).isEqualTo(3);
        assertThat(tree(config, "module.b.aws_ebs_volume.v").get("size").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.tf", "modules/x/main.tf"})
    void reads_what_terraform_reads_as_it_stands(String path) {
        assertThat(KIND.reads(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.tf.json",
                "terraform.tfvars",
                "override.tf",
                "a/b_override.tf",
                ".a.tf",
                "a.yaml"
            })
    void reads_nothing_that_changes_what_other_files_say(String path) {
        assertThat(KIND.reads(path)).isFalse();
    }

    @Nested
    class hostile_text_is_refused_soon {

        @Test
        void when_it_is_deep() {
            assertUnreadable(
                    "locals {\n  a = " + "[".repeat(50_000) + "]".repeat(50_000) + "\n}\n");
            assertUnreadable("locals {\n  a = " + "-".repeat(50_000) + "1\n}\n");
            assertUnreadable("locals {\n  a = 1" + " + 1".repeat(50_000) + "\n}\n");
            assertUnreadable("locals {\n  a = x" + "[0]".repeat(50_000) + "\n}\n");
            assertUnreadable("a {\n".repeat(20_000) + "}\n".repeat(20_000));
            assertUnreadable("locals {\n  a = \"" + "${\"".repeat(20_000) + "\n}\n");
        }

        @Test
        void when_locals_double_or_nest_without_end() {
            assertUnreadable(chain("[local.l%d, local.l%d]", 60));
            assertUnreadable(chain("\"${local.l%d}${local.l%d}\"", 60));
            assertUnreadable(chain("[[[[[[[[[[[[[[[[[[[[local.l%1$d]]]]]]]]]]]]]]]]]]]]", 100));
        }

        @Test
        void when_modules_call_each_other() {
            assertThat(
                            KIND.parse(
                                    new TreeMap<>(
                                            Map.of(
                                                    "main.tf",
                                                            "module \"a\" {\n  source = \"./m\"\n}\n",
                                                    "m/main.tf",
                                                            "module \"a\" {\n  source = \"../m\"\n}\nmodule \"b\" {\n  source = \"../m\"\n}\n"))))
                    .isInstanceOf(Parsed.Unreadable.class);
        }

        /** Each local refers to the one before, and an output to each, from the first on. */
        private static String chain(String expression, int length) {
            var text = new StringBuilder("locals {\n  l0 = \"x\"\n}\n");
            for (int i = 1; i < length; i++) {
                text.append(
                        "locals {\n  l%d = %s\n}\n"
                                .formatted(i, expression.formatted(i - 1, i - 1)));
                text.append("output \"o%d\" {\n  value = local.l%d\n}\n".formatted(i, i));
            }
            return text.toString();
        }

        private static void assertUnreadable(String text) {
            assertThat(parse(text)).isInstanceOf(Parsed.Unreadable.class);
        }
    }
}
