package dev.svgym.configremediation.generation.terraform;

import static dev.svgym.configremediation.generation.terraform.BlockWriter.list;

import java.util.List;
import java.util.Locale;

/** Buckets, queues and data stores of Amazon's. */
final class AwsStorage {

    static final List<Archetype> ALL =
            List.of(
                    new Archetype("aws-object-storage", "aws", AwsStorage::objectStorage),
                    new Archetype("aws-site-content", "aws", AwsStorage::siteContent),
                    new Archetype("aws-messaging", "aws", AwsStorage::messaging));

    private AwsStorage() {}

    private static void objectStorage(Scene scene) {
        String word = scene.word();
        boolean hasKey = scene.has(60);
        if (hasKey) {
            key(scene, word);
        }
        bucket(scene, word, "data", hasKey ? "aws_kms_key." + word + ".arn" : "", "access_logs");
        bucket(scene, "access_logs", "logs", "", "");
        if (scene.has(50)) {
            scene.resource("aws_s3_bucket_policy", word)
                    .set("bucket", "aws_s3_bucket.%s.id".formatted(word))
                    .policy(statements ->
                            statements.statement(
                                    "Read" + capital(scene.team.replace("-", "")),
                                    "arn:aws:iam::%s:role/%s".formatted(scene.account(), word),
                                    "s3:GetObject",
                                    "${aws_s3_bucket.%s.arn}/*".formatted(word)))
                    .in("storage");
        }
        if (scene.has(50)) {
            topic(scene, word, "events");
            scene.resource("aws_s3_bucket_notification", word)
                    .set("bucket", "aws_s3_bucket.%s.id".formatted(word))
                    .block(
                            "topic",
                            body ->
                                    body.set("topic_arn", "aws_sns_topic.%s.arn".formatted(word))
                                            .set("events", list(List.of("s3:ObjectCreated:*"))))
                    .in("messaging");
        }
    }

    private static void siteContent(Scene scene) {
        String word = scene.word();
        bucket(scene, "content", "content", "", "site_logs");
        bucket(scene, "site_logs", "site-logs", "", "");
        if (scene.has(50)) {
            bucket(scene, word, "uploads", "", "site_logs");
        }
        scene.resource("aws_cloudfront_origin_access_control", "content")
                .text("name", scene.name("content"))
                .text("origin_access_control_origin_type", "s3")
                .text("signing_behavior", "always")
                .text("signing_protocol", "sigv4")
                .in("delivery");
        scene.resource("aws_s3_bucket_policy", "content")
                .set("bucket", "aws_s3_bucket.content.id")
                .policy(statements ->
                        statements.statement(
                                "Deliver",
                                "arn:aws:iam::%s:role/delivery".formatted(scene.account()),
                                "s3:GetObject",
                                "${aws_s3_bucket.content.arn}/*"))
                .in("storage");
    }

    /**
     * A bucket with all that goes with it.
     *
     * @param key what names the key; empty for none
     * @param logs the name of the bucket that takes its logs; empty for one that takes them itself
     */
    static void bucket(Scene scene, String name, String what, String key, String logs) {
        String id = "aws_s3_bucket.%s.id".formatted(name);
        scene.resource("aws_s3_bucket", name)
                .text("bucket", scene.name(what))
                .maybe(25, one -> one.no("force_destroy"))
                .tags()
                .in("storage");
        scene.resource("aws_s3_bucket_public_access_block", name)
                .set("bucket", id)
                .yes("block_public_acls")
                .yes("block_public_policy")
                .yes("ignore_public_acls")
                .yes("restrict_public_buckets")
                .in("storage");
        scene.resource("aws_s3_bucket_server_side_encryption_configuration", name)
                .set("bucket", id)
                .block(
                        "rule",
                        rule ->
                                rule.block(
                                        "apply_server_side_encryption_by_default",
                                        body ->
                                                key.isEmpty()
                                                        ? body.text("sse_algorithm", "AES256")
                                                        : body.text("sse_algorithm", "aws:kms")
                                                                .set("kms_master_key_id", key)))
                .in("storage");
        scene.resource("aws_s3_bucket_versioning", name)
                .set("bucket", id)
                .block("versioning_configuration", body -> body.text("status", "Enabled"))
                .in("storage");
        if (!logs.isEmpty()) {
            scene.resource("aws_s3_bucket_logging", name)
                    .set("bucket", id)
                    .set("target_bucket", "aws_s3_bucket.%s.id".formatted(logs))
                    .text("target_prefix", name + "/")
                    .in("storage");
        }
        if (scene.has(60)) {
            scene.resource("aws_s3_bucket_acl", name)
                    .set("bucket", id)
                    .text("acl", logs.isEmpty() ? "log-delivery-write" : "private")
                    .in("storage");
        }
    }

    static void key(Scene scene, String name) {
        scene.resource("aws_kms_key", name)
                .text("description", "Encrypts what %s keeps".formatted(scene.subject))
                .set("deletion_window_in_days", scene.oneOf("7", "14", "30"))
                .yes("enable_key_rotation")
                .tags()
                .in("encryption");
        if (scene.has(50)) {
            scene.resource("aws_kms_alias", name)
                    .text("name", "alias/" + scene.name("key"))
                    .set("target_key_id", "aws_kms_key.%s.key_id".formatted(name))
                    .in("encryption");
        }
    }

    static void topic(Scene scene, String name, String what) {
        scene.resource("aws_sns_topic", name)
                .text("name", scene.name(what))
                .text("kms_master_key_id", "alias/aws/sns")
                .tags()
                .in("messaging");
    }

    static void queue(Scene scene, String name, String what) {
        scene.resource("aws_sqs_queue", name)
                .text("name", scene.name(what))
                .set("visibility_timeout_seconds", scene.oneOf("30", "60", "300"))
                .maybe(50, one -> one.set("message_retention_seconds", "1209600"))
                .maybe(60, one -> one.yes("sqs_managed_sse_enabled"))
                .tags()
                .in("messaging");
    }

    static void queuePolicy(Scene scene, String name, String reader) {
        scene.resource("aws_sqs_queue_policy", name)
                .set("queue_url", "aws_sqs_queue.%s.id".formatted(name))
                .policy(statements ->
                        statements.statement(
                                "Send",
                                reader,
                                "sqs:SendMessage",
                                "${aws_sqs_queue.%s.arn}".formatted(name)))
                .in("messaging");
    }

    private static void messaging(Scene scene) {
        String word = scene.word();
        topic(scene, word, "events");
        queue(scene, word, "work");
        if (scene.has(60)) {
            queue(scene, "failed", "failed");
        }
        queuePolicy(scene, word, "arn:aws:iam::%s:role/%s".formatted(scene.account(), scene.team));
        scene.resource("aws_sns_topic_subscription", word)
                .set("topic_arn", "aws_sns_topic.%s.arn".formatted(word))
                .text("protocol", "sqs")
                .set("endpoint", "aws_sqs_queue.%s.arn".formatted(word))
                .in("messaging");
        if (scene.has(70)) {
            scene.resource("aws_sns_topic_subscription", "hook")
                    .set("topic_arn", "aws_sns_topic.%s.arn".formatted(word))
                    .text("protocol", "https")
                    .text("endpoint", "https://hooks.%s.example.org/events".formatted(scene.team))
                    .in("messaging");
        }
        if (scene.has(60)) {
            scene.resource("aws_sns_topic_policy", word)
                    .set("arn", "aws_sns_topic.%s.arn".formatted(word))
                    .policy(statements ->
                            statements.statement(
                                    "Publish",
                                    "arn:aws:iam::%s:root".formatted(scene.account()),
                                    "sns:Publish",
                                    "${aws_sns_topic.%s.arn}".formatted(word)))
                    .in("messaging");
        }
        if (scene.has(50)) {
            key(scene, word);
        }
        AwsServices.access(scene, word);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
