package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionsTest {

    private static SortedMap<String, String> file(String text) {
        return new TreeMap<>(Map.of("a.yaml", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ignore-check.kube-linter.io/privileged-container: needed",
                "# nosemgrep",
                "# NOSEMGREP: rule",
                "spec: # nosem",
                "# checkov:skip=CKV_K8S_16: needed",
                "checkov.io/skip1: CKV_K8S_16=needed",
                "# trivy:ignore:KSV017",
                "#tfsec:ignore:AWS001",
                "# kics-scan ignore-line",
                "# hadolint ignore=DL3006",
                "# hadolint global ignore=DL3006",
                "# check=skip=all",
                "#check = error=true;skip=SecretsUsedInArgOrEnv",
                "// checkov:skip=CKV_AWS_16: later",
                "/* trivy:ignore:AVD-AWS-0080 */",
                "encrypted = false // tfsec:ignore:AWS001",
                "/*\n kics-scan disable=x\n*/",
                "#ts:skip=AWS.S3 later",
                "# tflint-ignore: aws_instance_invalid_type",
                "runterrascan.io/skip: x",
                "kube-score/ignore: pod-networkpolicy",
                "# pragma: allowlist secret",
                "# pragma: whitelist secret",
                "# gitleaks:allow",
                "# trufflehog:ignore",
                "# ggignore",
                "# gitguardian: ignore",
                "# lintignore:R001",
                "# shellcheck disable=SC2086",
                "# hadolint shell=powershell",
                "# no-dd-sa",
                "# datadog-disable",
                "# secretlint-disable",
                "# betterleaks:allow",
                "# bearer:disable dockerfile_x",
                "# codeql[js/x]",
                "# nolint",
                "# noinspection DockerfileRunAsRoot",
                "# wiz-scan ignore-line"
            })
    void a_mark_of_any_dialect_is_seen(String mark) {
        assertThat(Suppressions.added(file("a: 1\n"), file("a: 1\n" + mark + "\n"))).hasSize(1);
    }

    @Test
    void a_mark_that_was_there_may_stay_or_go_but_not_come_twice() {
        var once = file("# nosemgrep\na: 1\n");

        assertThat(Suppressions.added(once, once)).isEmpty();
        assertThat(Suppressions.added(once, file("a: 1\n"))).isEmpty();
        assertThat(Suppressions.added(once, file("# nosemgrep\na: 1 # nosemgrep\n")))
                .containsExactly("nosemgrep");
    }

    @Test
    void a_mark_may_not_move_to_another_check_or_another_file() {
        assertThat(
                        Suppressions.added(
                                file("# checkov:skip=CKV_K8S_8:no probe"),
                                file("# checkov:skip=CKV_K8S_16:no probe")))
                .containsExactly("checkov:skip=CKV_K8S_16:no probe");
        assertThat(Suppressions.added(file("# nosemgrep: a.b"), file("# nosemgrep"))).hasSize(1);
        assertThat(
                        Suppressions.added(
                                new TreeMap<>(Map.of("a.yaml", "# nosemgrep", "b.yaml", "")),
                                new TreeMap<>(Map.of("a.yaml", "", "b.yaml", "# nosemgrep"))))
                .hasSize(1);
    }

    @Test
    void words_that_merely_look_alike_are_no_marks() {
        assertThat(
                        Suppressions.added(
                                file(""),
                                file("# skip the checkov run\nname: ignore-me\nsemgrep: true\n")))
                .isEmpty();
    }
}
