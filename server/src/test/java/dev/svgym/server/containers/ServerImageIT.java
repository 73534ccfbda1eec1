package dev.svgym.server.containers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.server.Client;
import dev.svgym.server.Client.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.testcontainers.containers.Container.ExecResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stack from outside: a trainer's calls, and what becomes of them while OPA is away. */
@NeedsDocker
class ServerImageIT {

    private static final String E2 = "e2-config-remediation";
    private static final String PATCH =
            """
            --- a/pod.yaml
            +++ b/pod.yaml
            @@ -5,3 +5,2 @@
             spec:
            -  hostNetwork: true
               containers:
            """;
    private static final Map<String, Object> REPAIR = answer(PATCH);
    private static final Map<String, Object> NO_CHANGE = answer("");

    private static final Stack STACK = new Stack();

    @BeforeAll
    static void start() {
        STACK.start();
    }

    @AfterAll
    static void stop() {
        STACK.close();
    }

    private final Client client = STACK.client();
    private final String name;
    private final AtomicInteger tasks = new AtomicInteger();

    ServerImageIT(TestInfo test) {
        this.name = test.getTestMethod().orElseThrow().getName().replace('_', '-');
    }

    /** A task that no other test has posed: what was scanned once is not scanned again. */
    private Map<String, Object> task() {
        String pod =
                """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: web
                spec:
                  hostNetwork: true
                  containers:
                    - name: app
                      image: registry.example/web:1.4.%d-%s
                """
                        .formatted(tasks.incrementAndGet(), name);
        return inline("pss-baseline", Map.of("pod.yaml", pod));
    }

    private static Map<String, Object> inline(String rules, Map<String, String> files) {
        return Map.of(
                "inline", Map.of("kind", "kubernetes", "rules", List.of(rules), "files", files));
    }

    private static Map<String, Object> answer(String patch) {
        return Map.of(
                "violations",
                List.of(
                        Map.of(
                                "id",
                                "K8S-HOST-NETWORK",
                                "object",
                                "Pod/default/web",
                                "severity",
                                "high")),
                "patch",
                patch,
                "confidence",
                0.9);
    }

    private static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    private Reply begin() {
        return client.post("/v1/rollouts", json(Map.of("environment", E2, "task", task())));
    }

    private Reply act(Reply rollout, int sequence, String what, Object value) {
        return client.post(
                "/v1/rollouts/%s/actions".formatted(rollout.at("/id").asString()),
                json(Map.of("sequence", sequence, what, value)));
    }

    private Reply scan(Reply rollout, int sequence) {
        return call(rollout, sequence, "opa", Map.of());
    }

    private Reply call(Reply rollout, int sequence, String tool, Map<String, String> arguments) {
        return act(rollout, sequence, "tool_call", Map.of("name", tool, "arguments", arguments));
    }

    private Reply verify() {
        List<Map<String, Object>> items = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Map<String, Object> task = task();
            items.add(Map.of("task", task, "answer", REPAIR));
            items.add(Map.of("task", task, "answer", NO_CHANGE));
        }
        return client.post("/v1/verify", json(Map.of("environment", E2, "items", items)));
    }

    private JsonNode opa() {
        return engine("opa");
    }

    private JsonNode engine(String name) {
        return client.get("/actuator/health/engines").at("/components/" + name);
    }

    private static void eventually(Callable<Boolean> holds) throws Exception {
        for (int i = 0; i < 120 && !holds.call(); i++) {
            Thread.sleep(500);
        }
        assertThat(holds.call()).isTrue();
    }

    @Test
    void runs_without_privileges_and_is_judged_healthy_by_its_own_check() throws Exception {
        assertThat(STACK.server().execInContainer("id", "-u").getStdout().strip())
                .isEqualTo("65532");
        assertThat(STACK.server().execInContainer("/svgym/health").getExitCode()).isZero();
        assertThat(STACK.server().execInContainer("touch", "/svgym/x").getExitCode()).isNotZero();
    }

    /** Charts need letters, which a slim image has not. */
    @Test
    void reports_on_attempts_with_charts() throws Exception {
        ExecResult report =
                STACK.server()
                        .execInContainer(
                                "sh",
                                "-c",
                                """
                                echo '{"task": {"split": "test", "index": 0}, "answer": {"label": "Benign", "confidence": 0.7}}' >/tmp/attempts.jsonl
                                java -cp /svgym/server.jar dev.svgym.server.SvGymServer report \
                                  --environment=e1-network-logs --out=/tmp/report /tmp/attempts.jsonl >/tmp/report.log 2>&1 ||
                                  cat /tmp/report.log >&2
                                grep -l '<svg' /tmp/report/*.svg
                                """);

        assertThat(report.getExitCode()).as(report.getStderr()).isZero();
    }

    @Test
    void judges_by_the_opa_beside_it() {
        assertThat(opa().at("/status").asString()).isEqualTo("UP");
        assertThat(opa().at("/details/detail").asString()).startsWith("remote");
    }

    @Test
    void reads_texts_by_the_semgrep_inside_it() {
        String pod =
                """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: store
                spec:
                  containers:
                    - name: db
                      image: registry.example/db:1.0
                      env:
                        - name: DB_PASSWORD
                          value: kT9wq2vLzx7Rb4
                """;
        Reply rollout =
                client.post(
                        "/v1/rollouts",
                        json(
                                Map.of(
                                        "environment",
                                        E2,
                                        "task",
                                        inline("k8s-text", Map.of("store.yaml", pod)))));
        Reply observed = call(rollout, 1, "semgrep", Map.of());

        assertThat(engine("semgrep").at("/status").asString()).isEqualTo("UP");
        assertThat(observed.at("/observation/violations/0/id").asString())
                .isEqualTo("K8S-PASSWORD-ENV");
    }

    @Test
    void serves_a_rollout_from_its_first_message_to_its_verdict() {
        Reply rollout = begin();
        assertThat(rollout.status()).isEqualTo(201);

        Reply observed = scan(rollout, 1);
        Reply judged = act(rollout, 2, "answer", REPAIR);

        assertThat(observed.at("/observation/violations/0/id").asString())
                .isEqualTo("K8S-HOST-NETWORK");
        assertThat(judged.at("/verdict/success").asInt()).isEqualTo(1);
        assertThat(judged.at("/verdict/gates")).hasSize(7);
    }

    @Test
    void serves_a_group_with_its_advantages() {
        Reply group =
                client.post(
                        "/v1/groups", json(Map.of("environment", E2, "task", task(), "size", 4)));
        assertThat(group.status()).isEqualTo(201);

        int index = 0;
        for (JsonNode rollout : group.at("/rollouts")) {
            client.post(
                    "/v1/rollouts/%s/actions".formatted(rollout.at("/id").asString()),
                    json(Map.of("sequence", 1, "answer", index++ == 0 ? REPAIR : NO_CHANGE)));
        }
        Reply done =
                client.get(
                        "/v1/groups/%s?estimator=maxrl_u&T=4&baseline=loo"
                                .formatted(group.at("/id").asString()));

        assertThat(done.at("/n").asInt()).isEqualTo(4);
        assertThat(done.at("/k").asInt()).isEqualTo(1);
        assertThat(done.at("/advantages")).hasSize(4);
        // One success of four: 1/K for it, and for each other the share that its siblings give up.
        assertThat(done.at("/advantages/0").asDouble()).isEqualTo(4.0);
    }

    @Test
    void gives_no_reward_while_opa_is_away_and_goes_on_once_it_is_back() throws Exception {
        Reply rollout = begin();
        assertThat(call(rollout, 1, "apply_patch", Map.of("patch", PATCH)).status()).isEqualTo(200);

        STACK.stopOpa();
        try {
            Reply refused = scan(rollout, 2);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isNotEmpty();
            assertThat(act(rollout, 2, "answer", REPAIR).status()).isEqualTo(503);
            assertThat(begin().status()).isEqualTo(503);
            for (JsonNode verdict : verify().at("/verdicts")) {
                assertThat(verdict.at("/outcome").asString()).isEqualTo("error");
                assertNoReward(verdict);
            }
            assertThat(opa().at("/status").asString()).isEqualTo("DOWN");
            assertThat(opa().at("/details/detail").asString()).contains("connect");
            assertThat(client.get("/actuator/health").status()).isEqualTo(200);
        } finally {
            STACK.startOpa();
        }

        eventually(() -> opa().at("/status").asString().equals("UP"));
        Reply judged = act(rollout, 2, "answer", REPAIR);
        assertThat(judged.at("/sequence").asInt()).isEqualTo(2);
        assertThat(judged.at("/verdict/success").asInt()).isEqualTo(1);
    }

    @Test
    void never_guesses_while_opa_goes_and_comes_in_the_middle_of_batches() throws Exception {
        var judged = new CountDownLatch(3);
        var lost = new CountDownLatch(1);
        var stop = new AtomicBoolean();
        try (var trainer = Executors.newVirtualThreadPerTaskExecutor()) {
            var verdicts =
                    trainer.submit(() -> {
                        List<JsonNode> all = new ArrayList<>();
                        while (!stop.get()) {
                            verify().at("/verdicts").forEach(all::add);
                            judged.countDown();
                            if (isError(all.getLast())) {
                                lost.countDown();
                            }
                        }
                        return all;
                    });
            try {
                judged.await();
                STACK.stopOpa();
                lost.await();
                STACK.startOpa();
                eventually(() -> opa().at("/status").asString().equals("UP"));
            } finally {
                stop.set(true);
            }

            List<JsonNode> all = verdicts.get();
            assertThat(all).anyMatch(ServerImageIT::isError);
            assertThat(all).anyMatch(verdict -> !isError(verdict));
            for (int i = 0; i < all.size(); i++) {
                JsonNode verdict = all.get(i);
                if (isError(verdict)) {
                    assertNoReward(verdict);
                } else {
                    assertThat(verdict.at("/outcome").asString()).isEqualTo("answered");
                    assertThat(verdict.at("/success").asInt()).isEqualTo(i % 2 == 0 ? 1 : 0);
                }
            }
        }
    }

    private static boolean isError(JsonNode verdict) {
        return verdict.at("/outcome").asString().equals("error");
    }

    private static void assertNoReward(JsonNode verdict) {
        assertThat(verdict.at("/success").isNull()).isTrue();
        assertThat(verdict.at("/reward").isNull()).isTrue();
        assertThat(verdict.at("/parts").isNull()).isTrue();
        assertThat(verdict.at("/error").isObject()).isTrue();
    }
}
