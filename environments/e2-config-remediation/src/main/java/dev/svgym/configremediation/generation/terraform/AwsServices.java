package dev.svgym.configremediation.generation.terraform;

import static dev.svgym.configremediation.generation.terraform.BlockWriter.list;

import java.util.List;

/** What runs on Amazon's machines, with the network and the rights that it needs. */
final class AwsServices {

    static final List<Archetype> ALL =
            List.of(
                    new Archetype("aws-functions", "aws", AwsServices::functions),
                    new Archetype("aws-containers", "aws", AwsServices::containers));

    private AwsServices() {}

    private static void functions(Scene scene) {
        String word = scene.word();
        role(scene, word, "lambda");
        scene.resource("aws_lambda_function", word)
                .text("function_name", scene.name("worker"))
                .set("role", "aws_iam_role.%s.arn".formatted(word))
                .text("package_type", "Image")
                .text(
                        "image_uri",
                        "%s.dkr.ecr.%s.amazonaws.com/%s:%s"
                                .formatted(
                                        scene.account(),
                                        scene.region(),
                                        scene.subject,
                                        scene.version()))
                .set("timeout", scene.oneOf("10", "30", "60"))
                .set("memory_size", scene.oneOf("256", "512", "1024"))
                .block("tracing_config", body -> body.text("mode", "Active"))
                .maybe(
                        60,
                        one ->
                                one.block(
                                        "environment",
                                        body ->
                                                body.map(
                                                        "variables",
                                                        map ->
                                                                map.text("LOG_LEVEL", "info")
                                                                        .set(
                                                                                "DB_PASSWORD",
                                                                                scene.secret(
                                                                                        "password"))
                                                                        .text(
                                                                                "QUEUE_URL",
                                                                                "amqps://%s:${%s}@queue.example.org:5671"
                                                                                        .formatted(
                                                                                                word,
                                                                                                scene
                                                                                                        .secret(
                                                                                                                "queue_password"))))))
                .tags()
                .in("function");
        if (scene.has(60)) {
            scene.resource("aws_lambda_function_url", word)
                    .set("function_name", "aws_lambda_function.%s.function_name".formatted(word))
                    .text("authorization_type", "AWS_IAM")
                    .in("function");
        }
        access(scene, word);
        AwsStorage.queue(scene, word, "work");
        if (scene.has(50)) {
            AwsStorage.topic(scene, "alerts", "alerts");
        }
        if (scene.has(50)) {
            AwsData.table(scene, word);
        }
        if (scene.has(40)) {
            images(scene, word);
        }
    }

    private static void role(Scene scene, String word, String service) {
        scene.data("aws_iam_policy_document", word + "_assume")
                .block(
                        "statement",
                        body ->
                                body.set("actions", list(List.of("sts:AssumeRole")))
                                        .block(
                                                "principals",
                                                who ->
                                                        who.text("type", "Service")
                                                                .set(
                                                                        "identifiers",
                                                                        list(
                                                                                List.of(
                                                                                        service
                                                                                                + ".amazonaws.com")))))
                .in("access");
        scene.resource("aws_iam_role", word)
                .text("name", scene.name("role"))
                .set(
                        "assume_role_policy",
                        "data.aws_iam_policy_document.%s_assume.json".formatted(word))
                .tags()
                .in("access");
    }

    /** Rights, in one of the ways in which they are written. */
    static void access(Scene scene, String word) {
        List<String> actions =
                scene.random.oneOf(
                        List.of(
                                List.of("s3:GetObject", "s3:ListBucket"),
                                List.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"),
                                List.of("sqs:ReceiveMessage", "sqs:DeleteMessage"),
                                List.of("kms:Decrypt", "kms:GenerateDataKey")));
        String service = actions.getFirst().replaceFirst(":.*", "");
        String resource =
                "arn:aws:%s:%s:%s:%s"
                        .formatted(
                                service,
                                service.equals("s3") ? "" : scene.region(),
                                service.equals("s3") ? "" : scene.account(),
                                scene.plainName());
        if (scene.has(50)) {
            scene.data("aws_iam_policy_document", word + "_access")
                    .block(
                            "statement",
                            body ->
                                    body.text("sid", "Work")
                                            .maybe(50, one -> one.text("effect", "Allow"))
                                            .set("actions", list(actions))
                                            .set("resources", list(List.of(resource))))
                    .maybe(
                            50,
                            one ->
                                    one.block(
                                            "statement",
                                            body ->
                                                    body.text("sid", "Look")
                                                            .set(
                                                                    "actions",
                                                                    list(
                                                                            List.of(
                                                                                    "logs:PutLogEvents",
                                                                                    "logs:CreateLogStream")))
                                                            .set("resources", list(List.of("*")))))
                    .in("access");
            scene.resource("aws_iam_policy", word)
                    .text("name", scene.name("access"))
                    .set("policy", "data.aws_iam_policy_document.%s_access.json".formatted(word))
                    .in("access");
        } else {
            scene.resource("aws_iam_policy", word)
                    .text("name", scene.name("access"))
                    .policy(statements ->
                            statements
                                    .statement("Work", actions, List.of(resource))
                                    .maybe(
                                            50,
                                            one ->
                                                    one.statement(
                                                            "Look",
                                                            List.of("logs:PutLogEvents"),
                                                            List.of("*"))))
                    .in("access");
        }
    }

    private static void containers(Scene scene) {
        String word = scene.word();
        boolean hasKey = scene.has(50);
        if (hasKey) {
            AwsStorage.key(scene, word);
        }
        role(scene, word, "eks");
        scene.resource("aws_eks_cluster", word)
                .text("name", scene.name("cluster"))
                .set("role_arn", "aws_iam_role.%s.arn".formatted(word))
                .text("version", "1." + (28 + scene.random.below(5)))
                .set(
                        "enabled_cluster_log_types",
                        scene.oneOf(
                                "[\"api\", \"audit\"]",
                                "[\"audit\", \"authenticator\"]",
                                "[\"api\", \"audit\", \"authenticator\"]"))
                .block(
                        "vpc_config",
                        body ->
                                body.set("subnet_ids", "[\"subnet-0a1b2c3d\", \"subnet-1a2b3c4d\"]")
                                        .yes("endpoint_private_access")
                                        .no("endpoint_public_access"))
                .tags()
                .in("cluster");
        images(scene, word);
        if (scene.has(60)) {
            scene.provider("kubernetes")
                    .set("host", "aws_eks_cluster.%s.endpoint".formatted(word))
                    .set("token", scene.secret("cluster_token"))
                    .in(Topics.PROVIDERS);
        }
        if (scene.has(50)) {
            images(scene, "tools");
        }
        if (scene.has(60)) {
            access(scene, word);
        }
        if (scene.has(50)) {
            scene.resource("aws_efs_file_system", "shared")
                    .text("creation_token", scene.plainName())
                    .yes("encrypted")
                    .in("files");
        }
    }

    private static void images(Scene scene, String name) {
        scene.resource("aws_ecr_repository", name)
                .text("name", scene.name(name.replace('_', '-')))
                .text("image_tag_mutability", "IMMUTABLE")
                .block("image_scanning_configuration", body -> body.yes("scan_on_push"))
                .maybe(
                        40,
                        one ->
                                one.block(
                                        "encryption_configuration",
                                        body -> body.text("encryption_type", "KMS")))
                .tags()
                .in("images");
    }
}
