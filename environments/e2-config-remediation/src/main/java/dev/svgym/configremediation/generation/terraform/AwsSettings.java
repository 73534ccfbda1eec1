package dev.svgym.configremediation.generation.terraform;

import static dev.svgym.configremediation.generation.terraform.BlockWriter.quoted;
import static dev.svgym.configremediation.generation.terraform.Settings.given;
import static dev.svgym.configremediation.generation.terraform.Settings.mayNotBeTrue;
import static dev.svgym.configremediation.generation.terraform.Settings.missing;
import static dev.svgym.configremediation.generation.terraform.Settings.mustBeFalse;
import static dev.svgym.configremediation.generation.terraform.Settings.mustBeTrue;
import static dev.svgym.configremediation.generation.terraform.Settings.mustNotBeFalse;
import static dev.svgym.configremediation.generation.terraform.Settings.mustNotBeTrue;
import static dev.svgym.configremediation.generation.terraform.Settings.number;
import static dev.svgym.configremediation.generation.terraform.Settings.oneOf;
import static dev.svgym.configremediation.generation.terraform.Settings.wrong;

import java.util.List;
import java.util.Set;

/** Faults of single settings at Amazon's. */
final class AwsSettings {

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
                            "TF-AWS-SUBNET-PUBLIC-IP", "aws_subnet", "map_public_ip_on_launch"));

    private AwsSettings() {}
}
