package dev.svgym.configremediation.generation.terraform;

import java.util.List;

/** The ground of an account at Amazon's, and what looks into what it holds. */
final class AwsAccount {

    static final List<Archetype> ALL =
            List.of(
                    new Archetype("aws-account", "aws", AwsAccount::account),
                    new Archetype("aws-analytics", "aws", AwsAccount::analytics));

    private AwsAccount() {}

    private static void account(Scene scene) {
        String word = scene.word();
        boolean hasKey = scene.has(60);
        if (hasKey) {
            AwsStorage.key(scene, "trail");
        }
        AwsStorage.bucket(scene, "trail_logs", "trail", hasKey ? "aws_kms_key.trail.arn" : "", "");
        scene.resource("aws_cloudtrail", word)
                .text("name", scene.name("trail"))
                .set("s3_bucket_name", "aws_s3_bucket.trail_logs.id")
                .yes("is_multi_region_trail")
                .yes("enable_log_file_validation")
                .maybe(50, one -> one.yes("include_global_service_events"))
                .tags()
                .in("audit");
        scene.resource("aws_iam_account_password_policy", "people")
                .set("minimum_password_length", scene.oneOf("14", "16", "20"))
                .yes("require_lowercase_characters")
                .yes("require_numbers")
                .yes("require_uppercase_characters")
                .maybe(60, one -> one.yes("require_symbols"))
                .maybe(60, one -> one.set("password_reuse_prevention", "24"))
                .in("people");
        if (scene.has(60)) {
            AwsStorage.topic(scene, "alarms", "alarms");
        }
        if (scene.has(60)) {
            AwsServices.access(scene, word);
        }
    }

    private static void analytics(Scene scene) {
        String word = scene.word();
        AwsStorage.key(scene, word);
        AwsStorage.bucket(scene, "lake", "lake", "aws_kms_key.%s.arn".formatted(word), "lake_logs");
        AwsStorage.bucket(scene, "lake_logs", "lake-logs", "", "");
        AwsData.cluster(scene, word);
        if (scene.has(50)) {
            AwsData.cache(scene, "results");
        }
        if (scene.has(50)) {
            AwsData.table(scene, "runs");
        }
        AwsServices.access(scene, word);
    }
}
