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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stack from outside: a trainer's calls, and what becomes of them while OPA is away. */
@NeedsDocker
class ServerImageIT {

    private static final String E2 = "e2-config-remediation";
    private static final Map<String, Object> TASK =
            Map.of(
                    "inline",
                    Map.of(
                            "kind",
                            "kubernetes",
                            "rules",
                            List.of("pss-baseline"),
                            "files",
                            Map.of(
                                    "pod.yaml",
                                    """
                                    apiVersion: v1
                                    kind: Pod
                                    metadata:
                                      name: web
                                    spec:
                                      hostNetwork: true
                                      containers:
                                        - name: app
                                          image: registry.example/web:1.4.2
                                    """)));
    private static final Map<String, Object> REPAIR =
            answer(
                    """
                    --- a/pod.yaml
                    +++ b/pod.yaml
                    @@ -5,3 +5,2 @@
                     spec:
                    -  hostNetwork: true
                       containers:
                    """);
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
        return client.post("/v1/rollouts", json(Map.of("environment", E2, "task", TASK)));
    }

    private Reply act(Reply rollout, int sequence, String what, Object value) {
        return client.post(
                "/v1/rollouts/%s/actions".formatted(rollout.at("/id").asString()),
                json(Map.of("sequence", sequence, what, value)));
    }

    private Reply scan(Reply rollout, int sequence) {
        return act(rollout, sequence, "tool_call", Map.of("name", "opa", "arguments", Map.of()));
    }

    private Reply verify() {
        List<Map<String, Object>> items = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            items.add(Map.of("task", TASK, "answer", REPAIR));
            items.add(Map.of("task", TASK, "answer", NO_CHANGE));
        }
        return client.post("/v1/verify", json(Map.of("environment", E2, "items", items)));
    }

    private JsonNode opa() {
        return client.get("/actuator/health/engines").at("/components/opa");
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

    @Test
    void judges_by_the_opa_beside_it() {
        assertThat(opa().at("/status").asString()).isEqualTo("UP");
        assertThat(opa().at("/details/detail").asString()).startsWith("remote");
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
                client.post("/v1/groups", json(Map.of("environment", E2, "task", TASK, "size", 4)));
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
        assertThat(scan(rollout, 1).status()).isEqualTo(200);

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
            judged.await();
            STACK.stopOpa();
            lost.await();
            STACK.startOpa();
            eventually(() -> opa().at("/status").asString().equals("UP"));
            stop.set(true);

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
