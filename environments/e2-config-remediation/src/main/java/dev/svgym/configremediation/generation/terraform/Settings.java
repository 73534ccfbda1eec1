package dev.svgym.configremediation.generation.terraform;

import static dev.svgym.configremediation.generation.terraform.BlockWriter.quoted;

import dev.svgym.configremediation.generation.terraform.Injection.Site;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Faults of one setting: it has another value, or none. */
final class Settings {

    static final List<Injection> ALL =
            List.of(
                    mustBeTrue("TF-AWS-ALB-DROP-HEADERS", "aws_lb", "drop_invalid_header_fields"),
                    oneOf(
                            "TF-AWS-ALB-TLS",
                            "aws_lb_listener",
                            List.of("ssl_policy"),
                            "ELBSecurityPolicy-2016-08",
                            "ELBSecurityPolicy-TLS-1-1-2017-01",
                            "ELBSecurityPolicy-TLS-1-0-2015-04"),
                    mustBeTrue(
                            "TF-AWS-CLOUDTRAIL-MULTI-REGION",
                            "aws_cloudtrail",
                            "is_multi_region_trail"),
                    mustBeTrue(
                            "TF-AWS-CLOUDTRAIL-VALIDATION",
                            "aws_cloudtrail",
                            "enable_log_file_validation"),
                    mustBeTrue(
                            "TF-AWS-DYNAMODB-RECOVERY",
                            "aws_dynamodb_table",
                            "point_in_time_recovery",
                            "enabled"),
                    mustBeTrue("TF-AWS-EBS-ENCRYPTION", "aws_ebs_volume", "encrypted"),
                    oneOf(
                            "TF-AWS-EC2-IMDSV2",
                            "aws_instance",
                            List.of("metadata_options", "http_tokens"),
                            "optional"),
                    oneOf(
                            "TF-AWS-EC2-IMDSV2",
                            "aws_launch_template",
                            List.of("metadata_options", "http_tokens"),
                            "optional"),
                    mustNotBeTrue(
                            "TF-AWS-EC2-PUBLIC-IP", "aws_instance", "associate_public_ip_address"),
                    mustBeTrue(
                            "TF-AWS-EC2-ROOT-ENCRYPTION",
                            "aws_instance",
                            "root_block_device",
                            "encrypted"),
                    oneOf(
                            "TF-AWS-ECR-IMMUTABLE",
                            "aws_ecr_repository",
                            List.of("image_tag_mutability"),
                            "MUTABLE"),
                    mustBeTrue(
                            "TF-AWS-ECR-SCAN",
                            "aws_ecr_repository",
                            "image_scanning_configuration",
                            "scan_on_push"),
                    mustBeTrue("TF-AWS-EFS-ENCRYPTION", "aws_efs_file_system", "encrypted"),
                    mustBeFalse(
                            "TF-AWS-EKS-PUBLIC-ENDPOINT",
                            "aws_eks_cluster",
                            "vpc_config",
                            "endpoint_public_access"),
                    mustBeTrue(
                            "TF-AWS-ELASTICACHE-AT-REST",
                            "aws_elasticache_replication_group",
                            "at_rest_encryption_enabled"),
                    mustBeTrue(
                            "TF-AWS-ELASTICACHE-TRANSIT",
                            "aws_elasticache_replication_group",
                            "transit_encryption_enabled"),
                    number(
                            "TF-AWS-IAM-PASSWORD-LENGTH",
                            "aws_iam_account_password_policy",
                            "minimum_password_length",
                            List.of("6", "8", "10", "12"),
                            "13"),
                    mustBeTrue("TF-AWS-KMS-ROTATION", "aws_kms_key", "enable_key_rotation"),
                    oneOf(
                            "TF-AWS-LAMBDA-TRACING",
                            "aws_lambda_function",
                            List.of("tracing_config", "mode"),
                            "PassThrough"),
                    given(
                            "TF-AWS-LAMBDA-URL",
                            "aws_lambda_function_url",
                            "authorization_type",
                            "NONE"),
                    number(
                            "TF-AWS-RDS-BACKUP",
                            "aws_db_instance",
                            "backup_retention_period",
                            List.of("0", "1", "3"),
                            "6"),
                    number(
                            "TF-AWS-RDS-BACKUP",
                            "aws_rds_cluster",
                            "backup_retention_period",
                            List.of("1", "3"),
                            "5"),
                    mustBeTrue(
                            "TF-AWS-RDS-DELETION-PROTECTION",
                            "aws_db_instance",
                            "deletion_protection"),
                    mustBeTrue(
                            "TF-AWS-RDS-DELETION-PROTECTION",
                            "aws_rds_cluster",
                            "deletion_protection"),
                    mustBeTrue("TF-AWS-RDS-ENCRYPTION", "aws_db_instance", "storage_encrypted"),
                    mustBeTrue("TF-AWS-RDS-ENCRYPTION", "aws_rds_cluster", "storage_encrypted"),
                    mustBeTrue(
                            "TF-AWS-RDS-IAM-AUTHENTICATION",
                            "aws_db_instance",
                            "iam_database_authentication_enabled"),
                    mustBeTrue(
                            "TF-AWS-RDS-IAM-AUTHENTICATION",
                            "aws_rds_cluster",
                            "iam_database_authentication_enabled"),
                    mayNotBeTrue("TF-AWS-RDS-PUBLIC", "aws_db_instance", "publicly_accessible"),
                    mayNotBeTrue(
                            "TF-AWS-RDS-PUBLIC", "aws_rds_cluster_instance", "publicly_accessible"),
                    mustBeTrue(
                            "TF-AWS-S3-PUBLIC-ACCESS",
                            "aws_s3_bucket_public_access_block",
                            "block_public_acls"),
                    mustBeTrue(
                            "TF-AWS-S3-PUBLIC-ACCESS",
                            "aws_s3_bucket_public_access_block",
                            "block_public_policy"),
                    mustBeTrue(
                            "TF-AWS-S3-PUBLIC-ACCESS",
                            "aws_s3_bucket_public_access_block",
                            "ignore_public_acls"),
                    mustBeTrue(
                            "TF-AWS-S3-PUBLIC-ACCESS",
                            "aws_s3_bucket_public_access_block",
                            "restrict_public_buckets"),
                    new Injection(
                            "TF-AWS-S3-PUBLIC-ACL",
                            Set.of("aws_s3_bucket_acl"),
                            site ->
                                    site.block()
                                            .value(List.of("acl"))
                                            .filter(quoted("private")::equals)
                                            .flatMap(_ ->
                                                    wrong(
                                                            site,
                                                            List.of("acl"),
                                                            quoted("public-read"),
                                                            quoted("authenticated-read")))),
                    new Injection(
                            "TF-AWS-S3-VERSIONING",
                            Set.of("aws_s3_bucket_versioning"),
                            site ->
                                    wrong(
                                            site,
                                            List.of("versioning_configuration", "status"),
                                            quoted(
                                                    site.random()
                                                            .oneOf(
                                                                    List.of(
                                                                            "Suspended",
                                                                            "Disabled"))),
                                            quoted("enabled"))),
                    new Injection(
                            "TF-AWS-SNS-ENCRYPTION",
                            Set.of("aws_sns_topic"),
                            site -> missing(site, List.of("kms_master_key_id"), quoted(""))),
                    mustNotBeFalse(
                            "TF-AWS-SQS-ENCRYPTION", "aws_sqs_queue", "sqs_managed_sse_enabled"),
                    mayNotBeTrue(
                            "TF-AWS-SUBNET-PUBLIC-IP", "aws_subnet", "map_public_ip_on_launch"),
                    mayNotBeFalse(
                            "TF-AZURE-AKS-RBAC",
                            "azurerm_kubernetes_cluster",
                            "role_based_access_control_enabled"),
                    mustBeTrue("TF-AZURE-APP-HTTPS", "azurerm_linux_web_app", "https_only"),
                    mustBeTrue("TF-AZURE-APP-HTTPS", "azurerm_linux_function_app", "https_only"),
                    mustBeTrue(
                            "TF-AZURE-KEY-VAULT-PURGE",
                            "azurerm_key_vault",
                            "purge_protection_enabled"),
                    mayNotBeTrue(
                            "TF-AZURE-REDIS-PORT", "azurerm_redis_cache", "non_ssl_port_enabled"),
                    mustBeFalse(
                            "TF-AZURE-SQL-PUBLIC",
                            "azurerm_mssql_server",
                            "public_network_access_enabled"),
                    mayNotBeFalse(
                            "TF-AZURE-STORAGE-HTTPS",
                            "azurerm_storage_account",
                            "https_traffic_only_enabled"),
                    mustBeFalse(
                            "TF-AZURE-STORAGE-PUBLIC",
                            "azurerm_storage_account",
                            "allow_nested_items_to_be_public"),
                    given(
                            "TF-AZURE-STORAGE-TLS",
                            "azurerm_storage_account",
                            "min_tls_version",
                            "TLS1_0",
                            "TLS1_1"),
                    mayNotBeFalse(
                            "TF-AZURE-VM-PASSWORD",
                            "azurerm_linux_virtual_machine",
                            "disable_password_authentication"),
                    oneOf(
                            "TF-GCP-BUCKET-PUBLIC",
                            "google_storage_bucket",
                            List.of("public_access_prevention"),
                            "inherited"),
                    mustBeTrue(
                            "TF-GCP-BUCKET-UNIFORM",
                            "google_storage_bucket",
                            "uniform_bucket_level_access"),
                    oneOf(
                            "TF-GCP-DNSSEC",
                            "google_dns_managed_zone",
                            List.of("dnssec_config", "state"),
                            "off"),
                    mayNotBeTrue(
                            "TF-GCP-GKE-LEGACY-ABAC",
                            "google_container_cluster",
                            "enable_legacy_abac"),
                    given(
                            "TF-GCP-IAM-PRIMITIVE-ROLE",
                            "google_project_iam_member",
                            "role",
                            "roles/editor",
                            "roles/owner"),
                    given(
                            "TF-GCP-IAM-PRIMITIVE-ROLE",
                            "google_project_iam_binding",
                            "role",
                            "roles/editor",
                            "roles/owner"),
                    mustBeTrue(
                            "TF-GCP-SQL-BACKUP",
                            "google_sql_database_instance",
                            "settings",
                            "backup_configuration",
                            "enabled"),
                    mustBeFalse(
                            "TF-GCP-SQL-PUBLIC",
                            "google_sql_database_instance",
                            "settings",
                            "ip_configuration",
                            "ipv4_enabled"),
                    oneOf(
                            "TF-GCP-SQL-TLS",
                            "google_sql_database_instance",
                            List.of("settings", "ip_configuration", "ssl_mode"),
                            "ALLOW_UNENCRYPTED_AND_ENCRYPTED"),
                    mustBeTrue(
                            "TF-GCP-VM-SECURE-BOOT",
                            "google_compute_instance",
                            "shielded_instance_config",
                            "enable_secure_boot"),
                    new Injection(
                            "TF-GCP-VM-SERIAL-PORT",
                            Set.of("google_compute_instance"),
                            site ->
                                    wrong(
                                            site,
                                            List.of("metadata", "serial-port-enable"),
                                            site.random()
                                                    .oneOf(List.of("\"true\"", "\"TRUE\"", "true")),
                                            "\"1\"")));

    private Settings() {}

    /** Faulty where it is false, and where it is not there. */
    private static Injection mustBeTrue(String rule, String type, String... path) {
        return new Injection(
                rule,
                Set.of(type),
                site ->
                        site.random().percent(50)
                                ? missing(site, List.of(path), "null")
                                : wrong(site, List.of(path), "false", "\"yes\""));
    }

    /** Faulty where it is true, and where it is not there. */
    private static Injection mustBeFalse(String rule, String type, String... path) {
        return new Injection(
                rule,
                Set.of(type),
                site ->
                        site.random().percent(50)
                                ? missing(site, List.of(path), "null")
                                : wrong(site, List.of(path), "true", "\"no\""));
    }

    /** Faulty where it is true; a repair says that it is false. */
    private static Injection mustNotBeTrue(String rule, String type, String path) {
        return new Injection(
                rule, Set.of(type), site -> wrong(site, List.of(path), "true", "\"no\""));
    }

    /** Faulty where it is false; a repair says that it is true. */
    private static Injection mustNotBeFalse(String rule, String type, String path) {
        return new Injection(
                rule,
                Set.of(type),
                site ->
                        site.block().has(path)
                                ? wrong(site, List.of(path), "false", "\"yes\"")
                                : Optional.empty());
    }

    /** Faulty where it is true; it need not be there. */
    private static Injection mayNotBeTrue(String rule, String type, String path) {
        return new Injection(
                rule, Set.of(type), site -> wrong(site, List.of(path), "true", "!false"));
    }

    /** Faulty where it is false; it need not be there. */
    private static Injection mayNotBeFalse(String rule, String type, String path) {
        return new Injection(
                rule, Set.of(type), site -> wrong(site, List.of(path), "false", "!true"));
    }

    /** Faulty where it is one of these words, and where it is not there. */
    private static Injection oneOf(String rule, String type, List<String> path, String... wrong) {
        return new Injection(
                rule,
                Set.of(type),
                site ->
                        site.random().percent(35)
                                ? missing(site, path, "null")
                                : wrong(
                                        site,
                                        path,
                                        quoted(site.random().oneOf(List.of(wrong))),
                                        quoted(wrong[0].toLowerCase(Locale.ROOT))));
    }

    /** Faulty where it is one of these words. */
    private static Injection given(String rule, String type, String path, String... wrong) {
        return new Injection(
                rule,
                Set.of(type),
                site ->
                        wrong(
                                site,
                                List.of(path),
                                quoted(site.random().oneOf(List.of(wrong))),
                                "format(\"%s\", " + quoted(wrong[0]) + ")"));
    }

    /** Faulty where it is one of these numbers, and where it is not there. */
    private static Injection number(
            String rule, String type, String path, List<String> wrong, String tempting) {
        return new Injection(
                rule,
                Set.of(type),
                site ->
                        site.random().percent(30)
                                ? missing(site, List.of(path), tempting)
                                : wrong(site, List.of(path), site.random().oneOf(wrong), tempting));
    }

    private static Optional<Injected> wrong(
            Site site, List<String> path, String value, String tempting) {
        Optional<Seat> seat = Seat.of(site.project(), site.spot(), path);
        if (seat.isEmpty()) {
            return Optional.of(added(site, path, value, tempting));
        }
        return seat.filter(one -> !one.value().equals(value))
                .map(one -> site.wrong(site.fault(path), one, value, tempting));
    }

    /** Says what was left to the provider, anywhere in the block. */
    private static Injected added(Site site, List<String> path, String value, String tempting) {
        var seat = new Seat(site.spot(), path, "");
        int attributes = site.block().entries().size();
        int index = path.size() == 1 ? 1 + site.random().below(attributes) : 0;
        Edit put =
                path.size() == 1
                        ? site.spot()
                                .change(block ->
                                        block.with(index, new Attribute(path.getFirst(), value)))
                        : seat.put(value);
        return new Injected(
                site.fault(path),
                site.spot(),
                path,
                put,
                Temptations.draw(site.spot(), seat, tempting, site.random()));
    }

    /** Leaves it out where the block itself holds it. */
    private static Optional<Injected> missing(Site site, List<String> path, String tempting) {
        return Seat.of(site.project(), site.spot(), path)
                .filter(seat -> seat.isIn(site.spot()))
                .map(_ -> site.missing(path, tempting));
    }
}
