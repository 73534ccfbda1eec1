package dev.svgym.configremediation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.configremediation.patch.DiffWriter;
import dev.svgym.environment.Action;
import dev.svgym.environment.Outcome;
import dev.svgym.environment.TaskReference;
import dev.svgym.environment.TaskRefusedException;
import dev.svgym.environment.Trajectory;
import dev.svgym.environment.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Honest repairs of a Dockerfile succeed in whatever style; what the red team tries is in its own test. */
class DockerfileGatesTest {

    private static final String SHOWN =
            Examples.resource("/dev/svgym/configremediation/redteam/failing.dockerfile");
    private static final String REPAIRED =
            Examples.resource("/dev/svgym/configremediation/redteam/passing.dockerfile");

    @BeforeAll
    static void needsSemgrep() {
        Semgrep.require();
    }

    private static RemediationTask pose(Map<String, String> files, Map<String, Object> more) {
        String definition = Examples.definition("dockerfile", files, more);
        return (RemediationTask)
                Examples.ENVIRONMENT.pose(
                        new TaskReference.Inline(JsonMapper.shared().readTree(definition)));
    }

    private static RemediationTask pose(String text) {
        return pose(Map.of("Dockerfile", text), Map.of());
    }

    private static Verdict judge(RemediationTask task, String answer) {
        Outcome outcome =
                Examples.ENVIRONMENT.step(task, Trajectory.EMPTY, new Action.Answer(answer));
        return ((Outcome.Finished) outcome).verdict();
    }

    private static Verdict judgeText(RemediationTask task, String text) {
        return judge(task, Examples.files(Map.of("Dockerfile", text)));
    }

    private static String repairedAnd(String before, String after) {
        assertThat(REPAIRED).contains(before);
        return REPAIRED.replace(before, after);
    }

    private static void assertSuccess(Verdict verdict) {
        assertThat(verdict.gates())
                .allSatisfy(gate -> assertThat(gate.passed()).as(gate.toString()).isTrue());
        assertThat(verdict.success()).hasValue(1);
    }

    private static void assertRefusedBy(String gate, Verdict verdict) {
        assertThat(verdict.success()).hasValue(0);
        assertThat(verdict.gates().getLast().name()).as(verdict.gates().toString()).isEqualTo(gate);
        assertThat(verdict.gates().getLast().passed()).isFalse();
    }

    @Test
    void the_task_has_the_violations_that_were_put_in() {
        assertThat(pose(SHOWN).violations().stream().map(v -> v.rule() + " " + v.object()))
                .containsExactlyInAnyOrder(
                        "DF-BASE-TAG Dockerfile/build",
                        "DF-CURL-INSECURE Dockerfile/build",
                        "DF-SUDO Dockerfile/build",
                        "DF-TLS-VERIFY Dockerfile/build",
                        "DF-HOST-NETWORK Dockerfile/build",
                        "DF-SECRET Dockerfile/1",
                        "DF-WORLD-WRITABLE Dockerfile/1",
                        "DF-SSH-PORT Dockerfile/1",
                        "DF-ROOT-USER Dockerfile/1");
    }

    @Nested
    class an_honest_repair {

        private final RemediationTask task = pose(SHOWN);

        @Test
        void may_be_files_or_a_diff() {
            assertSuccess(judgeText(task, REPAIRED));
            assertSuccess(
                    judge(
                            task,
                            Examples.patch(
                                    DiffWriter.between(
                                            task.files(),
                                            new TreeMap<>(Map.of("Dockerfile", REPAIRED))))));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "USER app",
                    "USER 1000:1000",
                    "USER nobody:nogroup",
                    "user 65534",
                    "USER \"app\"",
                    "USER root\nUSER app",
                    "RUN useradd --system --uid 10001 app\nUSER app",
                    "RUN addgroup -S app && adduser -S -G app app\nUSER app:app",
                    "RUN groupadd -r app \\\n && useradd -r -g app -s /usr/sbin/nologin app\nUSER app",
                    "RUN adduser --disabled-password --gecos '' app\nUSER app",
                    "RUN useradd -m app && chown -R app:app /srv\nUSER app",
                    "RUN <<EOF\nset -e\nadduser -D app\nchown app /srv/data\nEOF\nUSER app",
                    "RUN useradd -rms /usr/sbin/nologin -u10001 app\nUSER app",
                    "RUN addgroup -S app && adduser -SDH -G app app\nUSER app",
                    "RUN groupadd -f app && useradd -k /dev/null -G app,video app\nUSER app",
                    "RUN /usr/sbin/useradd --system app\nUSER app",
                    "RUN [\"useradd\", \"--system\", \"app\"]\nUSER app",
                    "RUN groupadd -r app\nRUN useradd -r -g app app\nRUN chown -R app: /srv\nUSER app",
                    "RUN useradd -r app && mkdir -p /srv/cache && chown -R app:app . /var/cache/app\nUSER app",
                    "RUN getent group app || groupadd app; id app >/dev/null 2>&1 || useradd -g app app\nUSER app",
                    "RUN chgrp -R 0 /srv\nUSER 10001:0"
                })
        void may_name_any_user_who_is_not_root(String lines) {
            assertSuccess(judgeText(task, repairedAnd("USER 10001", lines)));
        }

        @Test
        void may_give_copies_in_folders_of_the_service_to_the_user() {
            assertSuccess(
                    judgeText(task, repairedAnd("COPY --from", "COPY --chown=10001:10001 --from")));
        }

        @Test
        void may_set_the_user_anywhere_behind_what_root_does() {
            String without = repairedAnd("USER 10001\n", "");
            assertSuccess(judgeText(task, without + "USER app\n"));
            assertSuccess(judgeText(task, without.replace("EXPOSE", "USER app\nEXPOSE")));
        }

        @Test
        void may_fix_the_tag_where_it_stands_or_where_it_is_used() {
            assertSuccess(
                    judgeText(
                            task,
                            repairedAnd("NODE_VERSION=22.11.0", "NODE_VERSION=latest")
                                    .replace("node:${NODE_VERSION}", "node:22-bookworm")));
            assertSuccess(
                    judgeText(
                            task,
                            repairedAnd(
                                    "node:${NODE_VERSION}",
                                    "node@sha256:" + "0123456789abcdef".repeat(4))));
            assertSuccess(
                    judgeText(task, repairedAnd("${NODE_VERSION}", "${NODE_VERSION:-22.11.0}")));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '^',
                value = {
                    "curl -fsSL -o|curl -f -s -S -L -o",
                    "&& tar|&&   tar",
                    "strict-ssl true|strict-ssl \"true\"",
                    "chmod -R 755|chmod -R 0750",
                    "chmod -R 755|chmod -R 'u=rwx,g=rx'",
                    "chmod -R 755|chmod -R 751",
                    "chmod -R 755|chmod -R u=rwx,g=rwx,o=rx",
                    "RUN npm run|RUN --network=default npm run",
                    "EXPOSE 8080|EXPOSE 8080/tcp",
                    "EXPOSE 8080|expose 8080",
                    "ENV NODE_ENV=production|ENV NODE_ENV production",
                    "ENV NODE_ENV=production|ENV NODE_ENV=\"production\" API_KEY=",
                    "FROM node|from node",
                    "AS build|as Build",
                    "[\"/srv/app\"]|[ \"/srv/app\" ]",
                    "<<-\"CONF\"|<<-'CONF'"
                })
        void may_be_written_otherwise(String before, String after) {
            assertSuccess(judgeText(task, repairedAnd(before, after)));
        }

        @Test
        void may_have_comments_other_lines_and_other_names_of_heredocs() {
            assertSuccess(judgeText(task, REPAIRED.replace("\n", "\r\n")));
            assertSuccess(judgeText(task, "\uFEFF" + REPAIRED));
            assertSuccess(judgeText(task, REPAIRED.replace("EOF", "END")));
            assertSuccess(judgeText(task, repairedAnd("npm config set strict-ssl true\n", "")));
            assertSuccess(judgeText(task, REPAIRED.replace("RUN ", "# why\nRUN ")));
            assertSuccess(judgeText(task, repairedAnd(" \\\n    # unpack it\n    &&", " &&")));
            assertSuccess(judgeText(task, repairedAnd("npm ci", "# install\nnpm ci")));
            assertSuccess(judgeText(task, repairedAnd(" && chmod", " \\\n\n  && chmod")));
        }
    }

    @Test
    void several_files_are_judged_each_by_itself() {
        String bare = "FROM alpine:3.20\nCMD [\"x\"]\n";
        RemediationTask task =
                pose(
                        Map.of("a/Dockerfile", bare, "b.Dockerfile", bare + "USER 1\n"),
                        Map.of("rules", List.of("df-all")));

        assertThat(task.violations().stream().map(v -> v.object()))
                .containsExactly("a/Dockerfile/0");
        assertSuccess(judge(task, Examples.files(Map.of("a/Dockerfile", bare + "USER 1\n"))));
        assertRefusedBy(
                "preservation",
                judge(
                        task,
                        Examples.files(
                                Map.of("a/Dockerfile", bare + "USER 1\n", "b.Dockerfile", bare))));
    }

    @Test
    void a_tag_has_to_be_one_that_the_owner_allows() {
        RemediationTask task =
                pose(
                        Map.of("Dockerfile", "FROM node\nUSER node\n"),
                        Map.of(
                                "rules",
                                List.of("DF-BASE-TAG"),
                                "intent",
                                Map.of("images", List.of("22.11.0"))));

        assertSuccess(judgeText(task, "FROM node:22.11.0\nUSER node\n"));
        assertRefusedBy("preservation", judgeText(task, "FROM node:20\nUSER node\n"));
    }

    @Test
    void one_command_may_break_several_rules() {
        String text =
                "FROM a:1\nRUN sudo curl -k http://example.org/ && sudo chmod 777 /x\nUSER 1\n";
        RemediationTask task = pose(text);

        assertThat(task.violations()).hasSize(5);
        assertSuccess(
                judgeText(
                        task, "FROM a:1\nRUN curl https://example.org/ && chmod 755 /x\nUSER 1\n"));
        assertRefusedBy(
                "rescan",
                judgeText(
                        task,
                        "FROM a:1\nRUN curl https://example.org/ && sudo chmod 755 /x\nUSER 1\n"));
    }

    @Test
    void faults_within_other_scripts_are_found_and_repaired_there() {
        String text =
                "FROM a:1\nRUN [\"bash\", \"-c\", \"curl -k https://x\"]\nRUN x=\"$(wget --no-check-certificate y)\"\nUSER 1\n";
        RemediationTask task = pose(text);

        assertThat(task.violations()).hasSize(2);
        assertSuccess(
                judgeText(task, text.replace("-k ", "").replace("--no-check-certificate ", "")));
        assertRefusedBy(
                "preservation", judgeText(task, text.replace("bash", "sh").replace("-k ", "")));
    }

    @Test
    void an_argument_in_the_clear_loses_its_default_and_not_its_name() {
        String text = "ARG TOKEN=hunter2\nFROM a:1\nARG TOKEN\nRUN use $TOKEN\nUSER 1\n";
        RemediationTask task = pose(text);

        assertThat(task.violations()).hasSize(1);
        assertSuccess(judgeText(task, text.replace("=hunter2", "")));
        RemediationTask unused = pose("ARG TOKEN=hunter2\nFROM a:1\nUSER 1\n");
        assertThat(unused.violations().getFirst().object()).isEqualTo("Dockerfile");
        assertSuccess(judgeText(unused, "ARG TOKEN\nFROM a:1\nUSER 1\n"));
    }

    @Test
    void a_secret_comes_by_a_mount_where_a_variable_held_it() {
        String text =
                "FROM a:1\nARG TOKEN=hunter2\nRUN --mount=type=cache,target=/c use $TOKEN\nUSER 1\n";
        RemediationTask task = pose(text);
        String without = text.replace("ARG TOKEN=hunter2\n", "");

        assertSuccess(
                judgeText(
                        task, without.replace("RUN ", "RUN --mount=type=secret,id=t,env=TOKEN ")));
        for (String mount :
                List.of(
                        "type=secret,id=t,env=PATH",
                        "type=secret,id=t,target=/etc/passwd",
                        "type=ssh",
                        "type=bind,source=.,target=/c")) {
            assertRefusedBy(
                    "preservation",
                    judgeText(task, without.replace("RUN ", "RUN --mount=" + mount + " ")));
        }
    }

    @Test
    void files_that_were_executed_still_are() {
        String text = "FROM a:1\nCOPY --chmod=777 run /run\nUSER 1\n";
        RemediationTask task = pose(text);

        assertSuccess(judgeText(task, text.replace("777", "0555")));
        assertSuccess(judgeText(task, text.replace("--chmod=777 ", "")));
        assertRefusedBy("preservation", judgeText(task, text.replace("777", "644")));
    }

    @ParameterizedTest
    @CsvSource({
        "ENV GIT_SSL_NO_VERIFY=true, ENV GIT_SSL_NO_VERIFY=false, preservation",
        "ENV GIT_SSL_NO_VERIFY=true, ENV GIT_SSL_NO_VERIFY=1, rescan",
        "ENV npm_config_strict_ssl=false, ENV npm_config_strict_ssl=0, preservation",
        "RUN GIT_SSL_NO_VERIFY=true git pull, RUN GIT_SSL_NO_VERIFY=false git pull, preservation"
    })
    void a_check_that_is_off_by_another_value_is_off(String was, String is, String gate) {
        RemediationTask task = pose("FROM a:1\n" + was + "\nUSER 1\n");

        assertThat(task.violations()).hasSize(1);
        assertRefusedBy(gate, judgeText(task, "FROM a:1\n" + is + "\nUSER 1\n"));
    }

    @Test
    void sudo_goes_with_its_options_and_stays_where_another_user_is_meant() {
        RemediationTask task = pose("FROM a:1\nRUN sudo -n -E make -E\nUSER 1\n");

        assertSuccess(judgeText(task, "FROM a:1\nRUN make -E\nUSER 1\n"));
        assertThat(pose("FROM a:1\nRUN sudo -E -u app make\nUSER 1\n").isClean()).isTrue();
    }

    @Test
    void each_engine_shows_what_it_holds() {
        RemediationTask task = pose(SHOWN);

        assertThat(scanned(task, "opa"))
                .contains("DF-ROOT-USER")
                .doesNotContain("DF-CURL-INSECURE");
        assertThat(scanned(task, "semgrep"))
                .contains("DF-CURL-INSECURE", "Dockerfile/build")
                .doesNotContain("DF-ROOT-USER");
    }

    private static String scanned(RemediationTask task, String engine) {
        var call = new Action.ToolCall(engine, JsonNodeFactory.instance.objectNode());
        Outcome outcome = Examples.ENVIRONMENT.step(task, Trajectory.EMPTY, call);
        return ((Outcome.Observed) outcome).observation().content();
    }

    @Test
    void files_of_any_size_that_is_taken_are_judged() {
        String lines = "RUN a" + " && b c d".repeat(1_500) + "\n";
        RemediationTask task = pose("FROM a:1\n" + lines.repeat(3));

        assertThat(task.violations()).hasSize(1);
        assertSuccess(judgeText(task, "FROM a:1\n" + lines.repeat(3) + "USER 1\n"));
        Assertions.assertThatThrownBy(() -> pose("FROM a:1\n" + lines.repeat(15)))
                .hasMessageContaining("at most 20000 words");
    }

    @Test
    void a_clean_file_stays_as_it_is() {
        RemediationTask task = pose(REPAIRED);

        assertThat(task.isClean()).isTrue();
        assertSuccess(judge(task, Examples.patch("")));
        assertRefusedBy("preservation", judgeText(task, REPAIRED + "# harder\n"));
    }

    @Test
    void an_unsound_file_is_refused_with_its_line() {
        Assertions.assertThatThrownBy(() -> pose("FROM a:1\nRUNN x\n"))
                .isInstanceOfSatisfying(
                        TaskRefusedException.class,
                        refused ->
                                assertThat(refused.errors().getFirst().message())
                                        .contains("line 2", "unknown instruction"));
    }
}
