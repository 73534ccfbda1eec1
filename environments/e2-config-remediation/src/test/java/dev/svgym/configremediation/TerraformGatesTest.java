package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.environment.Action;
import dev.svgym.environment.Outcome;
import dev.svgym.environment.TaskReference;
import dev.svgym.environment.TaskRefusedException;
import dev.svgym.environment.Trajectory;
import dev.svgym.environment.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What the gates make of Terraform, by the real engine: honest styles succeed, tricks do not. */
class TerraformGatesTest {

    private static final String MAIN =
            """
            variable "encrypted" {
              type    = bool
              default = false
            }

            variable "owner" {
              type = string
            }

            locals {
              sources = ["0.0.0.0/0"]
              tags    = { owner = var.owner, team = "shop" }
            }

            resource "aws_db_instance" "orders" {
              identifier                          = "orders"
              engine                              = "postgres"
              instance_class                      = "db.t3.medium"
              storage_encrypted                   = var.encrypted
              publicly_accessible                 = true
              backup_retention_period             = 14
              deletion_protection                 = true
              iam_database_authentication_enabled = true
              tags                                = local.tags
            }

            resource "aws_security_group" "web" {
              name   = "web"
              vpc_id = "vpc-0a1b2c3d"

              ingress {
                from_port   = 22
                to_port     = 22
                protocol    = "tcp"
                cidr_blocks = local.sources
              }

              ingress {
                from_port   = 443
                to_port     = 443
                protocol    = "tcp"
                cidr_blocks = ["0.0.0.0/0"]
              }
            }

            resource "aws_s3_bucket" "data" {
              bucket = "shop-data"
              tags   = local.tags
            }

            resource "aws_s3_bucket_public_access_block" "data" {
              bucket                  = aws_s3_bucket.data.id
              block_public_acls       = true
              block_public_policy     = true
              ignore_public_acls      = true
              restrict_public_buckets = true
            }

            resource "aws_s3_bucket_server_side_encryption_configuration" "data" {
              bucket = aws_s3_bucket.data.id
              rule {
                apply_server_side_encryption_by_default {
                  sse_algorithm = "AES256"
                }
              }
            }

            resource "aws_s3_bucket" "logs" {
              bucket = "shop-logs"
            }

            resource "aws_s3_bucket_public_access_block" "logs" {
              bucket                  = aws_s3_bucket.logs.id
              block_public_acls       = true
              block_public_policy     = true
              ignore_public_acls      = true
              restrict_public_buckets = true
            }
            """;

    private static final List<String> RULES =
            List.of(
                    "TF-AWS-RDS-ENCRYPTION",
                    "TF-AWS-RDS-PUBLIC",
                    "TF-AWS-SG-ADMIN-PORTS",
                    "TF-AWS-SG-ALL-PORTS",
                    "TF-AWS-S3-PUBLIC-ACCESS",
                    "TF-AWS-S3-VERSIONING");

    private static final String VERSIONING =
            """
            resource "aws_s3_bucket_versioning" "data" {
              bucket = aws_s3_bucket.data.id
              versioning_configuration {
                status = "Enabled"
              }
            }
            """;

    private static final String LOGS = VERSIONING.replace("data", "logs");

    private static final String REPAIRED =
            MAIN.replace("default = false", "default = true")
                            .replace(
                                    "publicly_accessible                 = true",
                                    "publicly_accessible                 = false")
                            .replace("sources = [\"0.0.0.0/0\"]", "sources = [\"10.0.0.0/8\"]")
                    + VERSIONING
                    + LOGS;

    private static final RemediationTask TASK = pose(Map.of("main.tf", MAIN));

    private static RemediationTask pose(Map<String, String> files) {
        return pose(files, RULES);
    }

    private static RemediationTask pose(Map<String, String> files, List<String> rules) {
        String definition =
                Examples.definition(
                        "terraform",
                        files,
                        Map.of(
                                "rules",
                                rules,
                                "intent",
                                Map.of("sources", List.of("10.20.0.0/16"))));
        return (RemediationTask)
                Examples.ENVIRONMENT.pose(
                        new TaskReference.Inline(JsonMapper.shared().readTree(definition)));
    }

    private static Verdict judge(RemediationTask task, String file, String text) {
        Outcome outcome =
                Examples.ENVIRONMENT.step(
                        task,
                        Trajectory.EMPTY,
                        new Action.Answer(Examples.files(Map.of(file, text))));
        return ((Outcome.Finished) outcome).verdict();
    }

    private static Verdict judge(String text) {
        return judge(TASK, "main.tf", text);
    }

    private static String repairedAnd(String before, String after) {
        assertThat(REPAIRED).contains(before);
        return REPAIRED.replace(before, after);
    }

    private static void assertSuccess(Verdict verdict) {
        assertThat(verdict.gates())
                .allSatisfy(gate -> assertThat(gate.passed()).as(gate.toString()).isTrue());
        assertThat(verdict.success()).hasValue(1);
    }

    private static void assertRefusedBy(String gate, Verdict verdict) {
        assertThat(verdict.success()).hasValue(0);
        assertThat(verdict.gates().getLast().name()).as(verdict.gates().toString()).isEqualTo(gate);
        assertThat(verdict.gates().getLast().passed()).isFalse();
    }

    @Test
    void the_task_has_the_violations_that_were_put_in() {
        assertThat(TASK.violations().stream().map(v -> v.rule() + " " + v.object()))
                .containsExactlyInAnyOrder(
                        "TF-AWS-RDS-ENCRYPTION aws_db_instance.orders",
                        "TF-AWS-RDS-PUBLIC aws_db_instance.orders",
                        "TF-AWS-SG-ADMIN-PORTS aws_security_group.web",
                        "TF-AWS-S3-VERSIONING aws_s3_bucket.data",
                        "TF-AWS-S3-VERSIONING aws_s3_bucket.logs");
    }

    @Nested
    class an_honest_repair {

        @Test
        void may_change_the_variable_or_the_attribute() {
            assertSuccess(judge(REPAIRED));
            assertSuccess(
                    judge(
                            repairedAnd("default = true", "default = false")
                                    .replace("= var.encrypted", "= true")));
            assertSuccess(
                    judge(
                            repairedAnd(
                                            "cidr_blocks = local.sources",
                                            "cidr_blocks = [\"10.20.0.0/16\", \"10.30.0.0/16\"]")
                                    .replace(
                                            "sources = [\"10.0.0.0/8\"]",
                                            "sources = [\"0.0.0.0/0\"]")));
        }

        @Test
        void may_leave_out_what_is_safe_by_default() {
            assertSuccess(
                    judge(repairedAnd("  publicly_accessible                 = false\n", "")));
            assertSuccess(
                    judge(
                            repairedAnd(
                                    "publicly_accessible                 = false",
                                    "publicly_accessible                 = \"false\"")));
            assertSuccess(
                    judge(
                            repairedAnd(
                                    "publicly_accessible                 = false",
                                    "publicly_accessible                 = null")));
        }

        @Test
        void may_be_written_in_any_form_and_order() {
            assertSuccess(judge(VERSIONING + "# hardened\n" + repairedAnd(VERSIONING, "")));
            assertSuccess(
                    judge(
                            repairedAnd(
                                    "cidr_blocks = local.sources",
                                    "cidr_blocks = [for s in local.sources : lower(s)]")));
        }

        @Test
        void may_bind_a_companion_by_the_name_of_the_bucket() {
            assertSuccess(
                    judge(
                            repairedAnd(
                                    VERSIONING,
                                    VERSIONING.replace(
                                            "aws_s3_bucket.data.id",
                                            "aws_s3_bucket.data.bucket"))));
            assertSuccess(
                    judge(
                            repairedAnd(
                                    VERSIONING,
                                    VERSIONING.replace("aws_s3_bucket.data.id", "\"shop-data\""))));
            assertSuccess(
                    judge(
                            repairedAnd(
                                    VERSIONING,
                                    VERSIONING.replace(
                                            "\"aws_s3_bucket_versioning\" \"data\"",
                                            "\"aws_s3_bucket_versioning\" \"orders\""))));
        }
    }

    @Nested
    class a_cluster {

        private static final List<String> ITS_RULES =
                List.of("TF-AWS-EKS-AUDIT-LOG", "TF-AWS-EKS-PUBLIC-ENDPOINT");

        private static String cluster(String logs, String access) {
            return """
            resource "aws_eks_cluster" "shop" {
              name     = "shop"
              role_arn = "arn:aws:iam::111122223333:role/eks"
              %s
              vpc_config {
                subnet_ids = ["subnet-0a1b2c3d"]
                %s
              }
            }
            """
                    .formatted(logs, access);
        }

        private static Verdict repaired(String logs, String access) {
            var task =
                    pose(
                            Map.of(
                                    "main.tf",
                                    cluster(
                                            "enabled_cluster_log_types = [\"api\", \"scheduler\"]",
                                            "endpoint_public_access = true")),
                            ITS_RULES);
            return judge(task, "main.tf", cluster(logs, access));
        }

        @Test
        void keeps_the_logs_that_were_on() {
            String off = "endpoint_public_access = false\n    endpoint_private_access = true";

            assertSuccess(
                    repaired(
                            "enabled_cluster_log_types = [\"api\", \"scheduler\", \"audit\"]",
                            off));
            assertSuccess(
                    repaired(
                            "enabled_cluster_log_types = [\"audit\", \"api\", \"authenticator\", \"scheduler\"]",
                            off));
            assertRefusedBy(
                    "preservation", repaired("enabled_cluster_log_types = [\"audit\"]", off));
            assertRefusedBy(
                    "preservation",
                    repaired("enabled_cluster_log_types = [\"api\", \"audit\"]", off));
            assertRefusedBy("preservation", repaired("", off));
        }

        @Test
        void that_is_closed_to_the_internet_may_be_opened_to_its_own_network() {
            String logs = "enabled_cluster_log_types = [\"api\", \"scheduler\", \"audit\"]";
            String off = "endpoint_public_access = false\n    endpoint_private_access = ";

            assertSuccess(repaired(logs, off + "true"));
            assertRefusedBy("preservation", repaired(logs, off + "false"));
            assertRefusedBy("rescan", repaired(logs, "endpoint_public_access = false"));
            assertRefusedBy("preservation", repaired(logs, ""));
        }
    }

    @Test
    void an_address_that_is_public_is_said_to_be_private_and_not_left_to_the_subnet() {
        String instance =
                "resource \"aws_instance\" \"web\" {\n  ami = \"ami-0a1b\"\n  instance_type = \"t3.small\"\n%s}\n";
        var task =
                pose(
                        Map.of(
                                "main.tf",
                                instance.formatted("  associate_public_ip_address = true\n")),
                        List.of("TF-AWS-EC2-PUBLIC-IP"));

        assertSuccess(
                judge(
                        task,
                        "main.tf",
                        instance.formatted("  associate_public_ip_address = false\n")));
        assertRefusedBy("preservation", judge(task, "main.tf", instance.formatted("")));
    }

    @Nested
    class a_reference {

        private static final String TOPIC =
                """
                resource "aws_sns_topic" "orders" {
                  name = "orders"
                  %s
                }

                resource "aws_kms_key" "orders" {
                  description         = "orders"
                  enable_key_rotation = true
                }

                resource "aws_kms_key" "many" {
                  count               = 2
                  enable_key_rotation = true
                }
                """;

        private static Verdict encryptedBy(String key) {
            var task =
                    pose(Map.of("main.tf", TOPIC.formatted("")), List.of("TF-AWS-SNS-ENCRYPTION"));
            return judge(task, "main.tf", TOPIC.formatted("kms_master_key_id = " + key));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "aws_kms_key.orders.arn",
                    "aws_kms_key.orders.id",
                    "aws_kms_key.orders.key_id",
                    "aws_kms_key.many[0].arn",
                    "\"alias/aws/sns\""
                })
        void names_a_key_that_is_there(String key) {
            assertSuccess(encryptedBy(key));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "aws_kms_key.other.arn",
                    "data.aws_kms_key.orders.arn",
                    "aws_kms_key.orders.description",
                    "aws_kms_key.orders.nothing",
                    "aws_kms_key.orders",
                    "aws_kms_key.orders[0].arn",
                    "aws_kms_key.many.arn",
                    "aws_kms_key.many[*].arn",
                    "module.keys.aws_kms_key.orders.arn"
                })
        void to_nothing_is_refused(String key) {
            assertRefusedBy("preservation", encryptedBy(key));
        }

        @Test
        void that_binds_a_companion_has_an_index_only_where_there_are_several() {
            assertRefusedBy(
                    "identity",
                    judge(repairedAnd(VERSIONING, VERSIONING.replace("data.id", "data[0].id"))));
            assertRefusedBy(
                    "identity",
                    judge(
                            repairedAnd(
                                    VERSIONING, VERSIONING.replace("data.id", "data[\"a\"].id"))));
        }
    }

    @Nested
    class a_trick_is_refused_by {

        @Test
        void identity_when_blocks_go_come_or_become_others() {
            int bucket = REPAIRED.indexOf("resource \"aws_s3_bucket\" \"data\"");
            String database =
                    REPAIRED.substring(
                            REPAIRED.indexOf("resource \"aws_db"),
                            REPAIRED.indexOf("resource \"aws_security"));
            assertThat(bucket).isPositive();
            assertRefusedBy("identity", judge(repairedAnd(database, "")));
            assertRefusedBy("identity", judge(repairedAnd(database, "/*\n" + database + "*/\n")));
            assertRefusedBy(
                    "identity",
                    judge(
                            repairedAnd(
                                    database,
                                    "# " + database.strip().replace("\n", "\n# ") + "\n")));
            assertRefusedBy(
                    "identity",
                    judge(repairedAnd("resource \"aws_db_instance\"", "data \"aws_db_instance\"")));
            assertRefusedBy(
                    "identity",
                    judge(
                            repairedAnd(
                                    "resource \"aws_db_instance\"",
                                    "resource \"aws_db_instances\"")));
            assertRefusedBy("identity", judge(REPAIRED + "variable \"more\" {}\n"));
            assertRefusedBy(
                    "identity",
                    judge(
                            REPAIRED
                                    + "moved {\n  from = aws_s3_bucket.data\n  to   = aws_s3_bucket.other\n}\n"));
            assertRefusedBy(
                    "identity", judge(REPAIRED + "removed {\n  from = aws_s3_bucket.data\n}\n"));
            assertRefusedBy(
                    "identity",
                    judge(REPAIRED + "import {\n  to = aws_s3_bucket.data\n  id = \"x\"\n}\n"));
            assertRefusedBy(
                    "identity",
                    judge(REPAIRED + "provider \"aws\" {\n  region = \"us-east-1\"\n}\n"));
            assertRefusedBy(
                    "identity", judge(REPAIRED + "resource \"aws_s3_bucket\" \"more\" {\n}\n"));
            assertRefusedBy(
                    "identity", judge(REPAIRED + VERSIONING.replace("\"data\"", "\"again\"")));
            assertRefusedBy(
                    "identity",
                    judge(
                            REPAIRED
                                    + "resource \"aws_s3_bucket_acl\" \"data\" {\n  bucket = aws_s3_bucket.data.id\n  acl = \"public-read\"\n}\n"));
            assertRefusedBy(
                    "identity",
                    judge(
                            repairedAnd(
                                    VERSIONING,
                                    VERSIONING.replace(
                                            "aws_s3_bucket.data.id", "aws_s3_bucket.other.id"))));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "count = 0",
                    "for_each = {}",
                    "for_each = toset([])",
                    "provider = aws.other",
                    "depends_on = [aws_s3_bucket.data]",
                    "storage_type = \"gp3\"",
                    "lifecycle {\n    ignore_changes = [storage_encrypted]\n  }",
                    "lifecycle {\n    prevent_destroy = false\n  }",
                    "provisioner \"local-exec\" {\n    command = \"true\"\n  }",
                    "dynamic \"timeouts\" {\n    for_each = []\n    content {\n    }\n  }",
                    "storage_encryptd = true"
                })
        void preservation_when_more_is_written(String line) {
            assertRefusedBy(
                    "preservation", judge(repairedAnd("  engine  ", "  " + line + "\n  engine  ")));
        }

        @Test
        void preservation_when_a_value_can_no_longer_be_resolved() {
            assertRefusedBy("preservation", judge(repairedAnd("= var.encrypted", "= var.owner")));
            assertRefusedBy("preservation", judge(repairedAnd("  default = true\n", "")));
            assertRefusedBy(
                    "preservation", judge(repairedAnd("= var.encrypted", "= tobool(file(\"x\"))")));
            assertRefusedBy(
                    "preservation",
                    judge(repairedAnd("cidr_blocks = local.sources", "cidr_blocks = [var.owner]")));
        }

        @Test
        void preservation_when_blocks_move_into_a_dynamic_one() {
            String ssh =
                    REPAIRED.substring(
                            REPAIRED.indexOf("  ingress {\n    from_port   = 22"),
                            REPAIRED.indexOf("  ingress {\n    from_port   = 443"));
            assertRefusedBy(
                    "preservation",
                    judge(
                            repairedAnd(
                                    ssh,
                                    "  dynamic \"ingress\" {\n    for_each = []\n    content {\n      from_port = 22\n      to_port = 22\n      protocol = \"tcp\"\n    }\n  }\n")));
            assertRefusedBy("preservation", judge(repairedAnd(ssh, "")));
        }

        @Test
        void preservation_when_sources_lose_access_or_others_get_it() {
            assertRefusedBy(
                    "preservation", judge(repairedAnd("[\"10.0.0.0/8\"]", "[\"192.168.0.0/16\"]")));
            assertRefusedBy("preservation", judge(repairedAnd("[\"10.0.0.0/8\"]", "[]")));
            assertRefusedBy(
                    "preservation",
                    judge(
                            repairedAnd(
                                    "cidr_blocks = [\"0.0.0.0/0\"]",
                                    "cidr_blocks = [\"10.0.0.0/8\"]")));
            assertRefusedBy(
                    "preservation",
                    judge(
                            repairedAnd(
                                    "    cidr_blocks = local.sources\n",
                                    "    cidr_blocks = local.sources\n    ipv6_cidr_blocks = [\"::/0\"]\n")));
        }

        @Test
        void rescan_when_the_value_is_no_better() {
            assertRefusedBy(
                    "rescan",
                    judge(
                            repairedAnd(
                                    "cidr_blocks = local.sources",
                                    "cidr_blocks = [join(\"/\", [\"0.0.0.0\", \"0\"])]")));
            assertRefusedBy(
                    "rescan",
                    judge(repairedAnd("[\"10.0.0.0/8\"]", "[\"0.0.0.0/1\", \"128.0.0.0/1\"]")));
            assertRefusedBy("rescan", judge(repairedAnd("default = true", "default = \"false\"")));
            assertRefusedBy("rescan", judge(repairedAnd(VERSIONING, "")));
            assertRefusedBy("rescan", judge(MAIN));
            assertRefusedBy(
                    "rescan",
                    judge(repairedAnd(VERSIONING, VERSIONING.replace("data.id", "data.arn"))));
        }

        @Test
        void preservation_when_a_companion_says_more_or_other_things() {
            assertRefusedBy(
                    "preservation",
                    judge(repairedAnd("status = \"Enabled\"", "status = \"Suspended\"")));
            assertRefusedBy(
                    "preservation",
                    judge(
                            repairedAnd(
                                    VERSIONING,
                                    VERSIONING.replace("  bucket =", "  count = 0\n  bucket ="))));
            assertRefusedBy(
                    "preservation",
                    judge(
                            repairedAnd(
                                    "restrict_public_buckets = true",
                                    "restrict_public_buckets = false")));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "a = 1\n",
                    "resource \"aws_s3_bucket\" {\n}\n",
                    "nonsense {\n}\n",
                    "resource \"aws_s3_bucket\" \"data\" {\n}\n",
                    "resource \"aws_s3_buсket\" \"x\" {\n}\n",
                    "x = <<EOT\n",
                    "locals {\n  tags = {}\n}\n",
                    "variable \"v\" {\n  default = var.owner\n}\n",
                    "variable \"v\" {\n  default = file(\"x\")\n}\n",
                    "locals {\n  a = local.b\n  b = local.a\n}\noutput \"o\" {\n  value = local.a\n}\n"
                })
        void parse_when_the_text_is_unsound(String more) {
            assertRefusedBy("parse", judge(REPAIRED + more));
        }

        @Test
        void parse_when_a_value_is_none_of_its_type() {
            assertRefusedBy("parse", judge(repairedAnd("= var.encrypted", "= \"yes\"")));
            assertRefusedBy("parse", judge(repairedAnd("\"Enabled\"", "\"On\"")));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "# checkov:skip=CKV_AWS_16: later\n",
                    "// tfsec:ignore:AWS001\n",
                    "/* trivy:ignore:AVD-AWS-0080 */\n",
                    "# nosemgrep\n",
                    "// kics-scan ignore-line\n",
                    "/* kics-scan disable=x */\n"
                })
        void suppression_when_a_scanner_is_told_to_look_away(String mark) {
            assertRefusedBy("suppression", judge(mark + REPAIRED));
        }

        @Test
        void patch_when_files_are_made() {
            for (String path :
                    List.of(
                            "override.tf",
                            "main_override.tf",
                            "terraform.tfvars",
                            "more.tf.json",
                            "more.tf")) {
                assertRefusedBy("patch", judge(TASK, path, REPAIRED));
            }
        }
    }

    @Nested
    class a_called_module {

        private static final String CALL =
                "module \"orders\" {\n  source    = \"./database\"\n  encrypted = false\n}\n";
        private static final String DATABASE =
                """
                variable "encrypted" {
                  type = bool
                }

                resource "aws_db_instance" "this" {
                  engine            = "postgres"
                  instance_class    = "db.t3.medium"
                  storage_encrypted = var.encrypted
                }
                """;
        private static final Map<String, String> FILES =
                Map.of("main.tf", CALL, "database/main.tf", DATABASE);

        @Test
        void is_judged_with_what_it_is_given() {
            RemediationTask task = pose(FILES);

            assertThat(task.violations()).hasSize(1);
            assertThat(task.violations().getFirst().object())
                    .isEqualTo("module.orders.aws_db_instance.this");
            assertSuccess(judge(task, "main.tf", CALL.replace("false", "true")));
            assertSuccess(
                    judge(task, "database/main.tf", DATABASE.replace("= var.encrypted", "= true")));
            assertRefusedBy(
                    "preservation",
                    judge(
                            task,
                            "main.tf",
                            CALL.replace("  encrypted", "  count = 0\n  encrypted")
                                    .replace("false", "true")));
            assertRefusedBy(
                    "identity",
                    judge(
                            task,
                            "main.tf",
                            CALL.replace("./database", "./other").replace("false", "true")));
        }

        @Test
        void counts_once_for_each_call() {
            var files = new TreeMap<>(FILES);
            files.put("main.tf", CALL + CALL.replace("module \"orders\"", "module \"carts\""));

            assertThat(pose(files).violations()).hasSize(2);
        }
    }

    @Test
    void only_files_that_terraform_reads_as_they_are_may_be_posed() {
        for (String path :
                List.of(
                        "main.tf.json",
                        "terraform.tfvars",
                        "override.tf",
                        "x_override.tf",
                        "main.hcl")) {
            Assertions.assertThatExceptionOfType(TaskRefusedException.class)
                    .isThrownBy(() -> pose(Map.of("main.tf", MAIN, path, MAIN)));
        }
    }

    @Test
    void rules_about_sources_wait_for_an_intent_unless_they_are_named() {
        Semgrep.require();
        String definition = Examples.definition("terraform", Map.of("main.tf", MAIN), Map.of());
        var task =
                (RemediationTask)
                        Examples.ENVIRONMENT.pose(
                                new TaskReference.Inline(JsonMapper.shared().readTree(definition)));

        assertThat(task.rules().stream().map(rule -> rule.id()))
                .contains("TF-AWS-RDS-PUBLIC", "TF-GCP-DNSSEC", "TF-AZURE-AKS-RBAC")
                .doesNotContain("TF-AWS-SG-ADMIN-PORTS");
    }
}
