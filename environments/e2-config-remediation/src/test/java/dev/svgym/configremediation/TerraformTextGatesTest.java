package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.environment.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Repairs of what rules of text find in Terraform: honest ones succeed, those that hide the fault do not. */
class TerraformTextGatesTest {

    private static final String SENSITIVE =
            """
            variable "password" {
              type      = string
              sensitive = true
            }
            """;

    @BeforeEach
    void require() {
        Semgrep.require();
    }

    private static RemediationTask pose(Map<String, String> files) {
        return Tempted.pose(
                Examples.definition("terraform", files, Map.of("rules", List.of("tf-text"))));
    }

    private static List<String> found(String text) {
        return pose(Map.of("main.tf", text)).violations().stream()
                .map(v -> "%s %s %s".formatted(v.rule(), v.object(), String.join(".", v.path())))
                .toList();
    }

    private static Verdict judge(String before, String after) {
        return Tempted.judge(
                pose(Map.of("main.tf", before)), Examples.files(Map.of("main.tf", after)));
    }

    private static void assertSuccess(String before, String after) {
        Tempted.assertSuccess(judge(before, after));
    }

    private static void assertRefused(String gate, String before, String after) {
        Tempted.assertRefused(gate, judge(before, after), after);
    }

    /** A secret that is not taken from where it came to is new, too. */
    private static void assertRefused(Verdict verdict) {
        assertThat(verdict.success()).hasValue(0);
        assertThat(verdict.gates().getLast().name()).isIn("preservation", "identity");
    }

    /** The table of a test has one line for each case, with a bar for each end of a line in it. */
    private static String ends(String text) {
        return text.replace('|', '\n');
    }

    private static String database(String password) {
        return "resource \"aws_db_instance\" \"orders\" {\n  engine   = \"postgres\"\n  password = %s\n}\n"
                .formatted(password);
    }

    private static String machine(String script) {
        return "resource \"aws_instance\" \"web\" {\n  ami       = \"ami-0a1b2c3d\"\n  user_data = %s\n}\n"
                .formatted(script);
    }

    private static String lines(String... lines) {
        return "<<-EOT\n    #!/bin/sh\n    "
                + String.join("\n    ", lines)
                + "\n    systemctl start web\n  EOT";
    }

    @Nested
    class a_password {

        private static final String BEFORE = database("\"correct-horse-7\"");

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                quoteCharacter = '`',
                value = {
                    "\"correct-horse-7\" ; ``",
                    "\"${\"correct-horse-7\"}\"; ``",
                    "join(\"-\", [\"correct\", \"horse\", \"7\"]); ``",
                    "format(\"%s-%s\", \"correct\", \"horse-7\"); ``",
                    "lower(\"CORRECT-HORSE-7\"); ``",
                    "base64decode(\"Y29ycmVjdC1ob3JzZS03\"); ``",
                    "sensitive(\"correct-horse-7\"); ``",
                    "nonsensitive(sensitive(\"correct-horse-7\")); ``",
                    "<<EOT|correct-horse-7|EOT|; ``",
                    "local.a; locals {|  a = \"correct\"|}|",
                    "\"${local.a}-horse\"; locals {|  a = \"correct\"|}|",
                    "var.a; variable \"a\" {|  default = \"correct-horse-7\"|}|",
                    "coalesce(\"\", \"correct-horse-7\"); ``",
                    "try(\"correct-horse-7\", \"\"); ``",
                    "true ? \"correct-horse-7\" : \"\"; ``"
                })
        void is_found_however_it_is_written(String password, String more) {
            assertThat(found(database(ends(password)) + ends(more)))
                    .containsExactly("TF-PASSWORD aws_db_instance.orders password");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "var.x",
                    "random_password.orders.result",
                    "\"<password>\"",
                    "\"xxxxxxxx\"",
                    "\"\"",
                    "null",
                    "file(\"password.txt\")",
                    "data.aws_ssm_parameter.p.value # correct-horse-7",
                    "\"${var.x}-7\""
                })
        void is_none_where_it_comes_from_elsewhere_or_is_a_placeholder(String password) {
            assertThat(found(database(password))).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                quoteCharacter = '`',
                value = {
                    "random_password.orders.result ; resource \"random_password\" \"orders\" {|  length  = 24|  special = false|}|",
                    "data.aws_secretsmanager_secret_version.orders.secret_string ; data \"aws_secretsmanager_secret_version\" \"orders\" {|  secret_id = \"shop/orders\"|}|",
                    "jsondecode(data.aws_secretsmanager_secret_version.orders.secret_string)[\"password\"] ; data \"aws_secretsmanager_secret_version\" \"orders\" {|  secret_id = data.aws_secretsmanager_secret.orders.id|}|data \"aws_secretsmanager_secret\" \"orders\" {|  name = \"shop/orders\"|}|",
                    "data.aws_ssm_parameter.orders.value ; data \"aws_ssm_parameter\" \"orders\" {|  name            = \"/shop/orders\"|  with_decryption = true|}|",
                    "var.password ; variable \"password\" {|  type        = string|  description = \"Password of the database, from the vault\"|  sensitive   = true|  nullable    = false|}|",
                    "sensitive(var.password) ; variable \"password\" {|  sensitive = true|}|",
                    "local.password ; locals {|}|variable \"password\" {|  sensitive = true|}|"
                })
        void gives_way_to_a_secret_from_elsewhere(String password, String more) {
            String before = BEFORE;
            String after = database(password) + ends(more);
            if (password.equals("local.password")) {
                before += "locals {\n  password = \"\"\n}\n";
                after = after.replace("locals {\n", "locals {\n  password = var.password\n");
            }
            assertSuccess(before, after);
        }

        @Test
        void gives_way_to_one_that_the_service_manages() {
            assertSuccess(
                    BEFORE,
                    BEFORE.replace(
                            "password = \"correct-horse-7\"",
                            "manage_master_user_password = true"));
            assertRefused(
                    "preservation",
                    BEFORE,
                    BEFORE.replace(
                            "password = \"correct-horse-7\"",
                            "manage_master_user_password = false"));
            assertSuccess(
                    BEFORE,
                    BEFORE.replace(
                                    "password = \"correct-horse-7\"",
                                    "password_wo = var.password\n  password_wo_version = 1")
                            + SENSITIVE);
        }

        @Test
        void may_lose_the_default_of_its_variable_that_becomes_sensitive() {
            String before =
                    database("var.password")
                            + "variable \"password\" {\n  type    = string\n  default = \"correct-horse-7\"\n}\n";

            assertSuccess(before, database("var.password") + SENSITIVE);
            assertRefused(
                    "preservation",
                    before,
                    database("var.password") + "variable \"password\" {\n  type = string\n}\n");
            assertRefused(
                    "preservation", before, before.replace("correct-horse-7", "battery-staple-8"));
            assertRefused(
                    "preservation",
                    before,
                    before.replace("default = ", "sensitive = true\n  default = "));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                quoteCharacter = '`',
                value = {
                    "\"battery-staple-8\" ; ``",
                    "null ; ``",
                    "\"\" ; ``",
                    "\"<password>\" ; ``",
                    "var.password ; variable \"password\" {|  sensitive = true|  default   = \"battery-staple-8\"|}|",
                    "var.password ; variable \"password\" {|  sensitive = true|  default   = \"\"|}|",
                    "var.password ; variable \"password\" {|  type = string|}|",
                    "var.password ; variable \"password\" {|  sensitive = false|}|",
                    "var.password ; ``",
                    "data.aws_ssm_parameter.orders.value ; ``",
                    "data.aws_ssm_parameter.orders.name ; data \"aws_ssm_parameter\" \"orders\" {|  name = \"p\"|}|",
                    "data.aws_secretsmanager_secret.orders.name ; data \"aws_secretsmanager_secret\" \"orders\" {|  name = \"p\"|}|",
                    "random_password.orders.result ; resource \"random_password\" \"orders\" {|  length = 4|}|",
                    "random_password.orders.id ; resource \"random_password\" \"orders\" {|  length = 24|}|",
                    "random_password.orders.result ; resource \"random_password\" \"orders\" {|  length = 24|  count  = 0|}|",
                    "random_password.orders.result ; resource \"random_password\" \"orders\" {|  length = 24|  keepers = { was = \"x\" }|}|",
                    "file(\"password.txt\") ; ``",
                    "strrev(\"7-esroh-tcerroc\") ; ``",
                    "trimprefix(\"xcorrect-horse-7\", \"x\") ; ``",
                    "coalesce(var.password, \"battery-staple-8\") ; variable \"password\" {|  sensitive = true|}|",
                    "try(var.password, \"battery-staple-8\") ; variable \"password\" {|  sensitive = true|}|",
                    "\"${var.password}battery\" ; variable \"password\" {|  sensitive = true|}|",
                    "var.password # correct-horse-7 ; variable \"password\" {|  sensitive = true|}|",
                    "var.password ; variable \"password\" {|  sensitive   = true|  description = \"was correct-horse-7\"|}|",
                    "var.password ; variable \"password\" {|  sensitive   = true|  description = \"was 7-esroh-tcerroc\"|}|",
                    "var.correct-horse-7 ; variable \"correct-horse-7\" {|  sensitive = true|}|",
                    "aws_db_instance.orders.engine ; ``"
                })
        void gives_way_to_nothing_else(String password, String more) {
            Verdict verdict = judge(BEFORE, database(password) + ends(more));

            assertRefused(verdict);
        }

        @Test
        void brings_nothing_that_is_not_needed() {
            assertRefused(
                    "identity",
                    BEFORE,
                    database("var.password")
                            + SENSITIVE
                            + "variable \"more\" {\n  sensitive = true\n}\n");
            assertRefused("identity", BEFORE, BEFORE + SENSITIVE);
            assertRefused(
                    "preservation",
                    BEFORE,
                    database("var.password").replace("postgres", "mysql") + SENSITIVE);
            assertRefused(
                    "preservation",
                    BEFORE + "resource \"aws_db_instance\" \"o\" {\n  username = \"o\"\n}\n",
                    database("var.password")
                            + SENSITIVE
                            + "resource \"aws_db_instance\" \"o\" {\n  username = var.password\n}\n");
        }

        @Test
        void of_a_called_module_comes_from_its_caller() {
            String call = "module \"orders\" {\n  source   = \"./database\"\n%s}\n";
            String module = database("var.password") + "variable \"password\" {\n%s}\n";
            RemediationTask given =
                    pose(
                            Map.of(
                                    "main.tf",
                                    call.formatted("  password = \"correct-horse-7\"\n"),
                                    "database/main.tf",
                                    module.formatted("")));
            RemediationTask byDefault =
                    pose(
                            Map.of(
                                    "main.tf",
                                    call.formatted(""),
                                    "database/main.tf",
                                    module.formatted("  default = \"correct-horse-7\"\n")));

            assertThat(given.violations().stream().map(v -> v.object()))
                    .containsExactly("module.orders.aws_db_instance.orders");
            Tempted.assertSuccess(
                    Tempted.judge(
                            given,
                            Examples.files(
                                    Map.of(
                                            "main.tf",
                                            call.formatted("  password = var.password\n")
                                                    + SENSITIVE))));
            assertRefused(
                    Tempted.judge(given, Examples.files(Map.of("main.tf", call.formatted("")))));
            assertRefused(
                    Tempted.judge(
                            byDefault,
                            Examples.files(
                                    Map.of(
                                            "database/main.tf",
                                            module.formatted("  sensitive = true\n")))));
        }
    }

    @Nested
    class a_secret_in_a_script {

        private static final String BEFORE =
                machine(lines("export MODE=fast", "export DB_PASSWORD=correct-horse-7"));
        private static final String AFTER =
                machine(lines("export MODE=fast", "export DB_PASSWORD=${var.password}"))
                        + SENSITIVE;

        @Test
        void gives_way_to_one_from_elsewhere_where_it_stood() {
            assertSuccess(BEFORE, AFTER);
            assertSuccess(
                    BEFORE.replace("#!/bin/sh", "#!/bin/sh\n    B=${aws_s3_bucket.b.id}"),
                    AFTER.replace("#!/bin/sh", "#!/bin/sh\n    B=${aws_s3_bucket.b.id}"));
        }

        @Test
        void is_found_in_base64_and_stays_in_base64() {
            String wrapped = "base64encode(%s)";
            String script = "\"#!/bin/sh\\nexport DB_PASSWORD=%s\\n\"";
            String before = machine(wrapped.formatted(script.formatted("correct-horse-7")));
            String after =
                    machine(wrapped.formatted(script.formatted("${var.password}"))) + SENSITIVE;

            assertThat(found(before))
                    .containsExactly("TF-SCRIPT-SECRET aws_instance.web user_data");
            assertSuccess(before, after);
            assertRefused(
                    "preservation",
                    before,
                    machine(script.formatted("${var.password}")) + SENSITIVE);
            assertThat(
                            found(
                                    machine(
                                            "\"IyEvYmluL3NoCmV4cG9ydCBEQl9QQVNTV09SRD1jb3JyZWN0LWhvcnNlLTcK\"")))
                    .hasSize(1);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                quoteCharacter = '`',
                value = {
                    "export DB_PASSWORD=${var.password} ; export DB_PASSWORD=$DB_PASSWORD",
                    "export DB_PASSWORD=${var.password} ; true",
                    "export DB_PASSWORD=${var.password} ; ``",
                    "export DB_PASSWORD=${var.password} ; export DB_PASSWORD=${var.password} # correct-horse-7",
                    "export MODE=fast ; export MODE=${var.password}",
                    "systemctl start web ; systemctl start ${var.password}",
                    "systemctl start web ; true",
                    "#!/bin/sh ; ${var.password}"
                })
        void is_all_that_goes_from_it(String line, String other) {
            assertRefused(judge(BEFORE, AFTER.replace(line, other)));
        }

        @Test
        void does_not_let_the_script_go_with_it() {
            assertRefused("preservation", BEFORE, machine("var.password") + SENSITIVE);
            assertRefused("preservation", BEFORE, machine("\"\""));
            assertRefused(
                    judge(
                            BEFORE,
                            machine("templatefile(\"web.sh\", { password = var.password })")
                                    + SENSITIVE));
        }
    }

    @Nested
    class a_switch {

        private static final String BEFORE =
                machine(
                        lines(
                                "curl -fsSLk -o a https://example.org/a",
                                "wget -q -O b https://example.org/b"));

        @Test
        void goes_and_all_else_stays() {
            assertSuccess(BEFORE, BEFORE.replace("-fsSLk", "-fsSL"));
            assertRefused("rescan", BEFORE, BEFORE + "# better\n");
            assertRefused("preservation", BEFORE, BEFORE.replace("-fsSLk", "-fsSLk --cacert x"));
            assertRefused("preservation", BEFORE, BEFORE.replace("-fsSLk", "-fsSL --insecure"));
            assertRefused(
                    "preservation",
                    BEFORE,
                    BEFORE.replace("curl -fsSLk -o a https://example.org/a", "true"));
            assertRefused(
                    "preservation",
                    BEFORE,
                    BEFORE.replace("-fsSLk", "-fsSL").replace("wget -q", "wget"));
            assertRefused(
                    "preservation",
                    BEFORE,
                    BEFORE.replace("-fsSLk", "-fsSL").replace("    wget", "      wget"));
        }

        @Test
        void of_a_provider_goes_or_is_turned_off() {
            String before =
                    "provider \"vault\" {\n  address = \"https://v.example.org\"\n  skip_tls_verify = %s\n}\n";

            assertSuccess(before.formatted("true"), before.formatted("false"));
            assertSuccess(before.formatted("true"), before.formatted("null"));
            assertRefused("preservation", before.formatted("true"), before.formatted("var.x"));
            assertRefused(
                    "preservation",
                    before.formatted("true"),
                    before.formatted("false").replace("v.example", "w.example"));
        }
    }

    @Nested
    class a_variable_of_a_program {

        private static final String TASK =
                "resource \"aws_ecs_task_definition\" \"shop\" {\n  family = \"shop\"\n  container_definitions = jsonencode([{\n    name = \"app\"\n    environment = [%s]\n    secrets = [%s]\n  }])\n}\n";
        private static final String MODE = "{ name = \"MODE\", value = \"fast\" }";
        private static final String OLD = "{ name = \"OLD\", valueFrom = \"arn:aws:ssm:a\" }";
        private static final String BEFORE =
                TASK.formatted(
                        MODE + ", { name = \"DB_PASSWORD\", value = \"correct-horse-7\" }", OLD);

        @Test
        void is_found_by_its_name_in_its_container() {
            assertThat(found(BEFORE))
                    .containsExactly(
                            "TF-ENV-SECRET aws_ecs_task_definition.shop container_definitions.app.environment.DB_PASSWORD.value");
        }

        @Test
        void may_become_a_secret_of_the_service() {
            String secret =
                    "{ name = \"DB_PASSWORD\", valueFrom = \"arn:aws:secretsmanager:eu-central-1:123456789012:secret:shop\" }";

            assertSuccess(BEFORE, TASK.formatted(MODE, OLD + ", " + secret));
            assertRefused("preservation", BEFORE, TASK.formatted(MODE, OLD));
            assertRefused("preservation", BEFORE, TASK.formatted(MODE, secret));
            assertRefused("preservation", BEFORE, TASK.formatted("", OLD + ", " + secret));
            assertRefused(
                    "preservation",
                    BEFORE,
                    TASK.formatted(MODE, OLD + ", " + secret.replace("DB_", "DC_")));
        }

        @Test
        void of_a_run_service_may_become_a_secret_of_the_project() {
            String service =
                    "resource \"google_cloud_run_v2_service\" \"shop\" {\n  template {\n    containers {\n      image = \"i\"\n      env {\n        name = \"API_KEY\"\n        %s\n      }\n    }\n  }\n}\n";
            String before = service.formatted("value = \"correct-horse-7\"");

            assertSuccess(
                    before,
                    service.formatted(
                            "value_source {\n          secret_key_ref {\n            secret = \"api-key\"\n            version = \"latest\"\n          }\n        }"));
            assertRefused("preservation", before, service.formatted(""));
        }
    }
}
