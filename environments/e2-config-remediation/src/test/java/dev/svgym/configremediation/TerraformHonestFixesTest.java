package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/** An honest repair of Terraform succeeds in whatever style it comes, for every rule and in every cloud. */
class TerraformHonestFixesTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^[a-z]+[^\\n]*\\{(?:\\n.*?^)?}\\n");

    private static final HonestStyles STYLES =
            new HonestStyles(
                    Map.of(
                            "only what has to change",
                                    task -> Optional.of(task.target().repaired()),
                            "with remarks", task -> Optional.of(HonestStyles.remarked(task)),
                            "with remarks of other forms",
                                    task ->
                                            edited(
                                                    task,
                                                    text ->
                                                            "// hardened\n/* see\n   the guide */\n"
                                                                    + text),
                            "without alignment",
                                    task ->
                                            edited(
                                                    task,
                                                    text ->
                                                            text.replaceAll(
                                                                    "(?m)^( *[a-z0-9_-]+) += ",
                                                                    "\t$1 = ")),
                            "with blocks in another order",
                                    task -> edited(task, TerraformHonestFixesTest::backwards),
                            "with switches in quotes",
                                    task -> onNew(task, "= (true|false)$", "= \"$1\""),
                            "with switches as expressions",
                                    task -> onNew(task, "= (true|false)$", "= (1 < 2 ? $1 : !$1)"),
                            "with values in parentheses",
                                    task -> onNew(task, "= ([^{\\[(<]+)$", "= ($1)"),
                            "with values in templates",
                                    task -> onNew(task, "= \"([^\"$]+)\"$", "= \"\\${\"$1\"}\""),
                            "with new blocks in another file",
                                    TerraformHonestFixesTest::elsewhere));

    private static List<AttackedTasks> tasks = List.of();

    @BeforeAll
    static void pose() {
        Semgrep.require();
        tasks =
                Stream.concat(
                                AttackedTasks.terraform().stream(),
                                AttackedTasks.generatedTerraform().stream())
                        .filter(task -> !task.target().isClean())
                        .toList();
    }

    @TestFactory
    Stream<DynamicTest> a_repair_succeeds() {
        return STYLES.succeedOn(tasks, 1);
    }

    /** Other repairs of the same faults, each in place of one text of a repaired file. */
    @TestFactory
    Stream<DynamicTest> another_repair_succeeds() {
        return Stream.of(
                        other("the value in place of a variable", "= var.encrypted", "= true"),
                        other("the number in place of a variable", "= var.days", "= 30"),
                        other("the least number", "  default = 14", "  default = 7"),
                        other("the largest number", "  default = 14", "  default = \"35\""),
                        other("a number that is worked out", "= var.days", "= 2 * 7"),
                        other(
                                "addresses in place of a local value",
                                "= local.everywhere",
                                "= [\"10.20.0.0/16\"]"),
                        other(
                                "more addresses than asked for",
                                "= local.everywhere",
                                "= [\"10.20.0.0/16\", \"192.168.0.0/16\", \"203.0.113.7/32\"]"),
                        other(
                                "addresses joined of parts",
                                "= local.everywhere",
                                "= [for net in [\"10.20\", \"10.30\"] : \"${net}.0.0/16\"]"),
                        other(
                                "addresses of two lists",
                                "= local.everywhere",
                                "= concat(local.everywhere, [\"203.0.113.0/24\"])"),
                        other(
                                "what is public left out",
                                "  publicly_accessible                 = false\n",
                                ""),
                        other(
                                "what is public as null",
                                "  publicly_accessible                 = false\n",
                                "  publicly_accessible                 = null\n"),
                        other(
                                "the managed key of a topic",
                                "aws_kms_key.orders.arn",
                                "\"alias/aws/sns\""),
                        other(
                                "a key by its id",
                                "aws_kms_key.orders.arn",
                                "aws_kms_key.orders.key_id"),
                        other(
                                "one of several keys",
                                "aws_kms_key.orders.arn",
                                "aws_kms_key.spare[1].id"),
                        other(
                                "a bucket by its name",
                                "bucket = aws_s3_bucket.data.id\n\n  versioning",
                                "bucket = aws_s3_bucket.data.bucket\n\n  versioning"),
                        other(
                                "a bucket by the same local value",
                                "bucket = aws_s3_bucket.data.id\n\n  versioning",
                                "bucket = local.buckets.data\n\n  versioning"),
                        other(
                                "a bucket by its name in words",
                                "bucket = aws_s3_bucket.data.id\n\n  versioning",
                                "bucket = \"shop-data\"\n\n  versioning"),
                        other(
                                "a bucket in a template",
                                "bucket = aws_s3_bucket.data.id\n\n  versioning",
                                "bucket = \"${aws_s3_bucket.data.id}\"\n\n  versioning"),
                        other(
                                "a companion by another name",
                                "\"aws_s3_bucket_versioning\" \"data\"",
                                "\"aws_s3_bucket_versioning\" \"this\""),
                        other("a log without a prefix", "  target_prefix = \"data/\"\n", ""),
                        other(
                                "a log by the bucket's name",
                                "target_bucket = aws_s3_bucket.logs.id",
                                "target_bucket = aws_s3_bucket.logs.bucket"),
                        other(
                                "versions at the bucket itself",
                                VERSIONING,
                                "",
                                "bucket = local.buckets.data\n",
                                "bucket = local.buckets.data\n\n  versioning {\n    enabled = true\n  }\n"),
                        other(
                                "a log at the bucket itself",
                                LOGGING,
                                "",
                                "bucket = local.buckets.data\n",
                                "bucket = local.buckets.data\n\n  logging {\n    target_bucket = aws_s3_bucket.logs.id\n    target_prefix = \"data/\"\n  }\n"),
                        other(
                                "tokens with what else is said of them",
                                "    http_tokens = \"required\"\n",
                                "    http_endpoint               = \"enabled\"\n    http_tokens                 = \"required\"\n    http_put_response_hop_limit = 1\n"),
                        other(
                                "a bucket encrypted by a key",
                                "      sse_algorithm = \"aws:kms:dsse\"\n    }\n",
                                "      sse_algorithm     = \"aws:kms\"\n      kms_master_key_id = aws_kms_key.orders.arn\n    }\n    bucket_key_enabled = true\n"),
                        other(
                                "encryption at the bucket itself",
                                ENCRYPTION,
                                "",
                                "bucket = local.buckets.data\n",
                                "bucket = local.buckets.data\n\n  server_side_encryption_configuration {\n    rule {\n      apply_server_side_encryption_by_default {\n        sse_algorithm = \"AES256\"\n      }\n    }\n  }\n"),
                        other(
                                "a queue encrypted by a key",
                                "  sqs_managed_sse_enabled = true\n",
                                "  kms_master_key_id       = aws_kms_key.orders.id\n  sqs_managed_sse_enabled = false\n"),
                        other(
                                "all of a shield",
                                "    enable_secure_boot = true\n",
                                "    enable_secure_boot          = true\n    enable_vtpm                 = true\n    enable_integrity_monitoring = true\n"),
                        other(
                                "another action",
                                "[\"s3:GetObject\", \"s3:PutObject\"]",
                                "\"s3:GetObject\""),
                        other(
                                "actions by their beginning",
                                "[\"s3:GetObject\", \"s3:PutObject\"]",
                                "[\"s3:Get*\", \"s3:List*\"]"),
                        other(
                                "resources in place of actions",
                                "    actions   = [\"sqs:GetQueueAttributes\", \"sqs:ReceiveMessage\"]\n    resources = [\"*\"]",
                                "    actions   = [\"sqs:*\"]\n    resources = [\"arn:aws:sqs:eu-central-1:111122223333:orders\"]"),
                        other(
                                "both resources and actions",
                                "[\"sqs:GetQueueAttributes\", \"sqs:ReceiveMessage\"]\n    resources = [\"*\"]",
                                "[\"sqs:Get*\"]\n    resources = [\"arn:aws:sqs:eu-central-1:111122223333:orders\"]"),
                        other(
                                "an account by its number",
                                "\"arn:aws:iam::111122223333:root\"",
                                "\"111122223333\""),
                        other(
                                "several accounts",
                                "\"arn:aws:iam::111122223333:root\"",
                                "[\"111122223333\", \"arn:aws:iam::444455556666:role/shop\"]"),
                        other("a policy written out", ENCODED, WRITTEN),
                        other("a version of TLS in place", "\"TLS${local.tls}\"", "\"TLS1_2\""),
                        other("a later version of TLS", "\"1_2\"", "\"1_3\""),
                        other("a port left out", "  non_ssl_port_enabled = false\n", ""),
                        other(
                                "what is so by default",
                                "  https_traffic_only_enabled      = true\n",
                                ""),
                        other(
                                "a value in place of one of two uses",
                                "  allow_nested_items_to_be_public = var.public",
                                "  allow_nested_items_to_be_public = false"),
                        other(
                                "ranges in place of a variable",
                                "= var.sources",
                                "= [\"10.20.0.0/16\"]"),
                        other("a console left out", "    serial-port-enable     = \"false\"\n", ""),
                        other(
                                "a console in capitals",
                                "serial-port-enable     = \"false\"",
                                "serial-port-enable     = \"FALSE\""),
                        other(
                                "a console as a switch",
                                "serial-port-enable     = \"false\"",
                                "serial-port-enable     = false"),
                        other(
                                "certificates of clients",
                                "\"ENCRYPTED_ONLY\"",
                                "\"TRUSTED_CLIENT_CERTIFICATE_REQUIRED\""),
                        other(
                                "a state in a template",
                                "    state = \"on\"",
                                "    state = \"${\"on\"}\""))
                .map(other -> DynamicTest.dynamicTest(other.name(), () -> assertSucceeds(other)));
    }

    private static final String VERSIONING =
            "resource \"aws_s3_bucket_versioning\" \"data\" {\n  bucket = aws_s3_bucket.data.id\n\n  versioning_configuration {\n    status = \"Enabled\"\n  }\n}\n\n";
    private static final String ENCRYPTION =
            "resource \"aws_s3_bucket_server_side_encryption_configuration\" \"data\" {\n  bucket = aws_s3_bucket.data.id\n\n  rule {\n    apply_server_side_encryption_by_default {\n      sse_algorithm = \"aws:kms:dsse\"\n    }\n  }\n}\n\n";
    private static final String LOGGING =
            "resource \"aws_s3_bucket_logging\" \"data\" {\n  bucket        = aws_s3_bucket.data.id\n  target_bucket = aws_s3_bucket.logs.id\n  target_prefix = \"data/\"\n}\n\n";
    private static final String ENCODED =
            "jsonencode({\n    Version = \"2012-10-17\"\n    Statement = [\n      {\n        Sid      = \"Work\"\n        Effect   = \"Allow\"\n        Action   = [\"s3:GetObject\", \"s3:PutObject\"]\n        Resource = [\"arn:aws:s3:::shop-data/*\"]\n      },\n      {\n        Sid      = \"Stay\"\n        Effect   = \"Deny\"\n        Action   = \"iam:*\"\n        Resource = \"*\"\n      }\n    ]\n  })\n";
    private static final String WRITTEN =
            "<<EOF\n{\"Version\": \"2012-10-17\", \"Statement\": [\n  {\"Sid\": \"Stay\", \"Effect\": \"Deny\", \"Action\": \"iam:*\", \"Resource\": \"*\"},\n  {\"Sid\": \"Work\", \"Effect\": \"Allow\", \"Action\": [\"s3:GetObject\"], \"Resource\": [\"arn:aws:s3:::shop-data/*\"]}]}\nEOF\n";

    /** One text for another, and so on. */
    private record Other(String name, List<String> texts) {

        Optional<SortedMap<String, String>> of(AttackedTasks task) {
            SortedMap<String, String> files = new TreeMap<>(task.target().repaired());
            for (int i = 0; i < texts.size(); i += 2) {
                String was = texts.get(i);
                String is = texts.get(i + 1);
                if (files.values().stream().noneMatch(text -> text.contains(was))) {
                    return Optional.empty();
                }
                files.replaceAll((_, text) -> text.replace(was, is));
            }
            return Optional.of(files);
        }
    }

    private static Other other(String name, String... texts) {
        return new Other(name, List.of(texts));
    }

    private static void assertSucceeds(Other other) {
        List<AttackedTasks> clouds = tasks.subList(0, 3);

        assertThat(clouds.stream().filter(task -> other.of(task).isPresent())).isNotEmpty();
        for (AttackedTasks task : clouds) {
            other.of(task)
                    .ifPresent(files ->
                            HonestStyles.assertSuccess(
                                    task, "files", JsonMapper.shared().valueToTree(files)));
        }
    }

    private static Optional<SortedMap<String, String>> edited(
            AttackedTasks task, UnaryOperator<String> edit) {
        SortedMap<String, String> files = new TreeMap<>(task.target().repaired());
        files.replaceAll((_, text) -> edit.apply(text));
        return files.equals(task.target().repaired()) ? Optional.empty() : Optional.of(files);
    }

    /** Edits the lines that the repair made or changed. */
    private static Optional<SortedMap<String, String>> onNew(
            AttackedTasks task, String was, String is) {
        Pattern pattern = Pattern.compile(was);
        Set<String> old =
                task.target().files().values().stream()
                        .flatMap(String::lines)
                        .collect(Collectors.toCollection(HashSet::new));
        return edited(
                task,
                text ->
                        text.lines()
                                .map(line ->
                                        old.contains(line)
                                                ? line
                                                : pattern.matcher(line).replaceFirst(is))
                                .collect(Collectors.joining("\n", "", "\n")));
    }

    private static String backwards(String text) {
        List<String> blocks = new ArrayList<>(blocks(text));
        Collections.reverse(blocks);
        return BLOCK.matcher(text).replaceAll("") + String.join("\n", blocks);
    }

    private static List<String> blocks(String text) {
        return BLOCK.matcher(text).results().map(MatchResult::group).toList();
    }

    /** What is new in the files of the root at the end of the last of them. */
    private static Optional<SortedMap<String, String>> elsewhere(AttackedTasks task) {
        SortedMap<String, String> files = new TreeMap<>(task.target().repaired());
        List<String> ofRoot = files.keySet().stream().filter(path -> !path.contains("/")).toList();
        if (ofRoot.size() < 2) {
            return Optional.empty();
        }
        String last = ofRoot.getLast();
        Set<String> headers =
                task.target().files().values().stream()
                        .flatMap(text -> blocks(text).stream())
                        .map(TerraformHonestFixesTest::header)
                        .collect(Collectors.toSet());
        List<String> added = new ArrayList<>();
        task.target()
                .repaired()
                .forEach((path, text) -> {
                    List<String> come =
                            blocks(text).stream()
                                    .filter(block ->
                                            !path.equals(last) && !headers.contains(header(block)))
                                    .toList();
                    added.addAll(come);
                    String rest = text;
                    for (String block : come) {
                        rest = rest.replace(block, "");
                    }
                    files.put(path, rest);
                });
        files.computeIfPresent(last, (_, text) -> text + String.join("", added));
        return added.isEmpty() ? Optional.empty() : Optional.of(files);
    }

    private static String header(String block) {
        return block.lines().findFirst().orElseThrow();
    }
}
