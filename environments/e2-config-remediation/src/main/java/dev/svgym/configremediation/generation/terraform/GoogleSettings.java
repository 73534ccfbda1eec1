package dev.svgym.configremediation.generation.terraform;

import static dev.svgym.configremediation.generation.terraform.Settings.given;
import static dev.svgym.configremediation.generation.terraform.Settings.mayNotBeTrue;
import static dev.svgym.configremediation.generation.terraform.Settings.mustBeFalse;
import static dev.svgym.configremediation.generation.terraform.Settings.mustBeTrue;
import static dev.svgym.configremediation.generation.terraform.Settings.oneOf;
import static dev.svgym.configremediation.generation.terraform.Settings.wrong;

import java.util.List;
import java.util.Set;

/** Faults of single settings at Google's. */
final class GoogleSettings {

    static final List<Injection> ALL =
            List.of(
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

    private GoogleSettings() {}
}
