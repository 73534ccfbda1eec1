package dev.svgym.configremediation.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.configremediation.dockerfile.DockerfileKind;
import dev.svgym.configremediation.kubernetes.KubernetesKind;
import dev.svgym.configremediation.model.ConfigKind;
import dev.svgym.configremediation.model.Parsed;
import dev.svgym.configremediation.terraform.TerraformKind;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LikenessTest {

    private static final ConfigKind KUBERNETES = new KubernetesKind();
    private static final ConfigKind TERRAFORM = new TerraformKind();

    private static final String DEPLOYMENT =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
              namespace: shop
              labels:
                app: web
            spec:
              replicas: 2
              selector:
                matchLabels:
                  app: web
              template:
                metadata:
                  labels:
                    app: web
                spec:
                  containers:
                    - name: web
                      image: registry.example.com/web:1.0
                      env:
                        - name: MODE
                          value: fast
                    - name: proxy
                      image: registry.example.com/proxy:2.0
            """;

    private static final String BUCKET =
            """
            resource "aws_s3_bucket" "logs" {
              bucket = "logs-of-the-shop"
            }

            resource "aws_s3_bucket_versioning" "logs" {
              bucket = aws_s3_bucket.logs.id
              versioning_configuration {
                status = "Disabled"
              }
            }
            """;

    private static String likeness(ConfigKind kind, String file, String text) {
        var parsed = kind.parse(new TreeMap<>(Map.of(file, text)));
        assertThat(parsed).isInstanceOf(Parsed.Read.class);
        return Likeness.of(kind, ((Parsed.Read) parsed).config());
    }

    private static String manifest(String text) {
        return likeness(KUBERNETES, "a.yaml", text);
    }

    private static String terraform(String text) {
        return likeness(TERRAFORM, "main.tf", text);
    }

    @Test
    void is_that_of_a_manifest_with_other_names_in_another_layout() {
        String renamed =
                """
                # The same, by somebody else.
                kind: Deployment
                apiVersion: apps/v1
                metadata: {namespace: store, name: front, labels: {app: front, tier: one}}
                spec:
                    selector: {matchLabels: {app: front}}
                    template:
                        metadata: {labels: {app: front}}
                        spec:
                            containers:
                                - image: "registry.example.com/proxy:2.0"
                                  name: sidecar
                                - name: front
                                  env: [{name: SPEED, value: fast}]
                                  image: registry.example.com/web:1.0   # as ever
                    replicas: 2
                """;

        assertThat(manifest(renamed)).isEqualTo(manifest(DEPLOYMENT));
    }

    @Test
    void is_another_where_a_value_differs() {
        assertThat(manifest(DEPLOYMENT.replace("web:1.0", "web:1.1")))
                .isNotEqualTo(manifest(DEPLOYMENT));
        assertThat(manifest(DEPLOYMENT.replace("replicas: 2", "replicas: 3")))
                .isNotEqualTo(manifest(DEPLOYMENT));
        assertThat(manifest(DEPLOYMENT.replace("value: fast", "value: slow")))
                .isNotEqualTo(manifest(DEPLOYMENT));
        assertThat(terraform(BUCKET.replace("Disabled", "Enabled")))
                .isNotEqualTo(terraform(BUCKET));
    }

    @Test
    void is_that_of_a_module_whose_blocks_are_called_and_ordered_otherwise() {
        String renamed =
                """
                /* the rest comes later */
                resource "aws_s3_bucket_versioning" "trail" {
                  versioning_configuration { status = "Disabled" }
                  bucket = aws_s3_bucket.trail.id # whose
                }
                resource "aws_s3_bucket" "trail" { bucket = "trail-1" }
                """;

        assertThat(terraform(renamed)).isEqualTo(terraform(BUCKET));
    }

    @Test
    void is_that_of_a_dockerfile_with_other_remarks_and_another_layout() {
        String file = "FROM debian:12.5\nRUN apt-get update && apt-get upgrade\nUSER 1000\n";
        String written =
                "# why\nfrom debian:12.5\n\nrun apt-get update \\\n  && apt-get upgrade\nUSER 1000\n";
        ConfigKind kind = new DockerfileKind();

        assertThat(likeness(kind, "web.Dockerfile", written))
                .isEqualTo(likeness(kind, "Dockerfile", file))
                .isNotEqualTo(likeness(kind, "Dockerfile", file.replace("upgrade", "clean")));
    }

    @Test
    void follows_names_into_what_cannot_be_worked_out() {
        String policy =
                """
                variable "%1$s" {}
                resource "aws_sns_topic" "%2$s" {
                  kms_master_key_id = "alias/${var.%1$s}-${aws_kms_key.%2$s.arn}"
                }
                resource "aws_kms_key" "%2$s" {}
                """;

        assertThat(terraform(policy.formatted("stage", "news")))
                .isEqualTo(terraform(policy.formatted("env", "alerts")))
                .isNotEqualTo(terraform(policy.formatted("env", "alerts").replace("arn", "id")));
    }
}
