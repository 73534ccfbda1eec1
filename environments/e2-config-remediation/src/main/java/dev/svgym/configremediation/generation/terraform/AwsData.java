package dev.svgym.configremediation.generation.terraform;

import static dev.svgym.configremediation.generation.terraform.BlockWriter.list;

import java.util.List;

/** Data stores of Amazon's: databases, tables, caches and files. */
final class AwsData {

    static final List<Archetype> ALL =
            List.of(new Archetype("aws-data-tier", "aws", AwsData::dataTier));

    private AwsData() {}

    private static void dataTier(Scene scene) {
        String word = scene.word();
        boolean hasKey = scene.has(50);
        if (hasKey) {
            AwsStorage.key(scene, word);
        }
        if (scene.has(70)) {
            database(scene, word);
        } else {
            cluster(scene, word);
        }
        if (scene.has(60)) {
            cache(scene, "sessions");
        }
        if (scene.has(60)) {
            table(scene, word);
        }
        if (scene.has(50)) {
            scene.resource("aws_efs_file_system", "shared")
                    .text("creation_token", scene.plainName())
                    .yes("encrypted")
                    .maybe(40, one -> one.text("throughput_mode", "elastic"))
                    .tags()
                    .in("files");
        }
        if (scene.has(40)) {
            scene.resource("aws_ssm_parameter", "upload")
                    .text("name", "/%s/upload".formatted(scene.plainName()))
                    .text("type", "SecureString")
                    .set("value", scene.secret("upload_key"))
                    .in("secrets");
        }
        scene.resource("aws_security_group", "database")
                .text("name", scene.name("database"))
                .text("description", "Database of " + scene.subject)
                .text("vpc_id", "vpc-0" + scene.random.below(10) + "1b2c3d")
                .in("network");
        scene.resource("aws_security_group_rule", "database")
                .text("type", "ingress")
                .set("security_group_id", "aws_security_group.database.id")
                .set("from_port", "5432")
                .set("to_port", "5432")
                .text("protocol", "tcp")
                .set("cidr_blocks", list(List.of(scene.network())))
                .in("network");
    }

    private static void database(Scene scene, String word) {
        boolean managed = scene.has(40);
        scene.resource("aws_db_instance", word)
                .text("identifier", scene.plainName())
                .text("engine", scene.oneOf("postgres", "mysql"))
                .text("instance_class", scene.oneOf("db.t3.medium", "db.m6g.large"))
                .set("allocated_storage", scene.oneOf("20", "50", "100"))
                .text("username", word)
                .set(
                        managed ? "manage_master_user_password" : "password",
                        managed ? "true" : scene.secret("password"))
                .yes("storage_encrypted")
                .maybe(60, one -> one.no("publicly_accessible"))
                .set("backup_retention_period", scene.oneOf("7", "14", "30"))
                .yes("deletion_protection")
                .yes("iam_database_authentication_enabled")
                .maybe(60, one -> one.yes("auto_minor_version_upgrade"))
                .maybe(50, one -> one.yes("multi_az"))
                .tags()
                .in("database");
    }

    static void cluster(Scene scene, String word) {
        scene.resource("aws_rds_cluster", word)
                .text("cluster_identifier", scene.plainName())
                .text("engine", "aurora-postgresql")
                .text("master_username", word)
                .yes("manage_master_user_password")
                .yes("storage_encrypted")
                .set("backup_retention_period", scene.oneOf("7", "14", "30"))
                .yes("deletion_protection")
                .yes("iam_database_authentication_enabled")
                .tags()
                .in("database");
        scene.resource("aws_rds_cluster_instance", word)
                .text("identifier", scene.plainName() + "-1")
                .set("cluster_identifier", "aws_rds_cluster.%s.id".formatted(word))
                .text("engine", "aurora-postgresql")
                .text("instance_class", "db.r6g.large")
                .maybe(60, one -> one.no("publicly_accessible"))
                .in("database");
    }

    static void cache(Scene scene, String name) {
        scene.resource("aws_elasticache_replication_group", name)
                .text("replication_group_id", scene.plainName())
                .text("description", "Cache of " + scene.subject)
                .text("node_type", scene.oneOf("cache.t4g.small", "cache.r7g.large"))
                .set("num_cache_clusters", scene.oneOf("2", "3"))
                .yes("at_rest_encryption_enabled")
                .yes("transit_encryption_enabled")
                .maybe(50, one -> one.yes("automatic_failover_enabled"))
                .in("cache");
    }

    static void table(Scene scene, String name) {
        scene.resource("aws_dynamodb_table", name)
                .text("name", scene.name("items"))
                .text("billing_mode", "PAY_PER_REQUEST")
                .text("hash_key", "id")
                .block("attribute", body -> body.text("name", "id").text("type", "S"))
                .block("point_in_time_recovery", body -> body.yes("enabled"))
                .tags()
                .in("database");
    }
}
