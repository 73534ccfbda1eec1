package dev.svgym.configremediation.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.configremediation.dockerfile.DockerfileKind;
import dev.svgym.configremediation.kubernetes.KubernetesKind;
import dev.svgym.configremediation.terraform.TerraformKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecognitionTest {

    private static final String POD =
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: a}
            spec: {containers: [{name: a, image: "a:1"}]}
            """;
    private static final String VOLUME = "resource \"aws_ebs_volume\" \"a\" {\n  size = 1\n}\n";

    private static final String IMAGE = "FROM debian:12.5\nUSER 1000\n";

    private final Recognition recognition =
            new Recognition(
                    List.of(new KubernetesKind(), new TerraformKind(), new DockerfileKind()));

    private String told(String text, String language, String source) {
        return switch (recognition.of(text, language, source)) {
            case Recognition.Result.Known known ->
                    known.kind().label() + " " + known.files().firstKey();
            case Recognition.Result.Unknown(var reason) -> reason;
        };
    }

    @Test
    void believes_the_row_and_keeps_the_name_that_the_kind_reads() {
        assertThat(told(POD, "k8s", "a/b/pod.yml")).isEqualTo("kubernetes pod.yml");
        assertThat(told(VOLUME, "tf", "a/disk.tf")).isEqualTo("terraform disk.tf");
        assertThat(told(POD, "kubernetes", "")).isEqualTo("kubernetes config.yaml");
        assertThat(told(VOLUME, "terraform", "a/override.tf")).isEqualTo("terraform main.tf");
        assertThat(told(IMAGE, "Docker", "a/web.Dockerfile"))
                .isEqualTo("dockerfile web.Dockerfile");
        assertThat(told(POD, "k8s", "../..")).isEqualTo("kubernetes config.yaml");
    }

    @Test
    void asks_every_kind_where_the_row_says_nothing() {
        assertThat(told(POD, "", "")).isEqualTo("kubernetes config.yaml");
        assertThat(told(VOLUME, "", "")).isEqualTo("terraform main.tf");
        assertThat(told(VOLUME, "", "x/notes.txt")).isEqualTo("terraform main.tf");
        assertThat(told(IMAGE, "", "")).isEqualTo("dockerfile Dockerfile");
        assertThat(told("?\n", "", ""))
                .startsWith("/question: no sound kubernetes: ")
                .contains("; no sound terraform: ", "; no sound dockerfile: ");
        assertThat(told(IMAGE, "", "a/x.tf"))
                .startsWith("/question: no sound terraform: ")
                .doesNotContain("kubernetes");
    }

    @Test
    void says_which_kinds_are_served_where_the_row_names_another() {
        assertThat(told("x", "pulumi", "a"))
                .isEqualTo(
                        "/meta/lang: expected a kind that is served, one of [kubernetes, terraform, dockerfile], got pulumi");
    }

    @Test
    void says_what_is_unsound_and_how_much_more() {
        assertThat(told("apiVersion: v1\nkind: Pod\ncolour: red\nshape: round\n", "k8s", ""))
                .startsWith("/question: no sound kubernetes: line 1, Pod without a name: ")
                .endsWith(" (and 1 more)");
        assertThat(told("# nothing\n", "k8s", ""))
                .isEqualTo(
                        "/question: no sound kubernetes: expected at least one object, got none: comments alone are no config");
        assertThat(told("# nothing\n", "tf", "")).contains("expected at least one block, got none");
    }
}
