package dev.svgym.server.environments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.server.Client;
import dev.svgym.server.Client.Reply;
import dev.svgym.server.ServerTest;
import dev.svgym.server.arithmetic.Arithmetic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class EnvironmentsTest {

    @Autowired Client client;
    @Autowired Arithmetic arithmetic;

    @AfterEach
    void repair() {
        arithmetic.switchAdder(true);
    }

    @Test
    void shows_the_card_of_each_environment() {
        Reply list = client.get("/v1/environments");
        Reply card = client.get("/v1/environments/arithmetic");

        assertThat(list.at("/environments").valueStream().map(each -> each.at("/id").asString()))
                .contains("arithmetic");
        assertThat(card.at("/tools/0/function/name").asString()).isEqualTo("add");
        assertThat(card.at("/parts/1/weight").asDouble()).isEqualTo(0.5);
        assertThat(card.at("/reward/range").toString()).isEqualTo("[-1.0,1.0]");
        assertThat(card.at("/splits/0/size").asInt()).isEqualTo(1000);
        assertThat(card.at("/engines/0/up").asBoolean()).isTrue();
        assertThat(card.at("/digests/policy").asString()).isEqualTo("none");
        assertThat(card.at("/ceilings/0").toString())
                .isEqualTo(
                        "{\"split\":\"train\",\"stratum\":\"small\",\"share\":0.5,\"reward\":1.0,\"standard_error\":0.0}");
        client.get("/v1/environments/nope").isProblem(404, "unknown-environment");
    }

    @Test
    void pages_through_the_tasks_of_a_split() {
        Reply first = client.get("/v1/environments/arithmetic/tasks?split=test&limit=2");
        Reply second =
                client.get(
                        "/v1/environments/arithmetic/tasks?split=test&limit=2&cursor="
                                + first.at("/next_cursor").asString());

        assertThat(first.at("/tasks").size()).isEqualTo(2);
        assertThat(second.at("/tasks").size()).isEqualTo(1);
        assertThat(second.at("/tasks/0/task/id").asString()).isEqualTo("test-2");
        assertThat(second.at("/tasks/0/task/messages/0/content").asString())
                .isEqualTo("What is 2 + 2?");
        assertThat(second.at("/next_cursor").isNull()).isTrue();
        String tasks = "/v1/environments/arithmetic/tasks";
        client.get(tasks).isProblem(422, "invalid-request");
        client.get(tasks + "?split=ood").isProblem(404, "unknown-task");
        client.get(tasks + "?split=train&limit=0").isProblem(422, "invalid-request");
        client.get(tasks + "?split=train&limit=x").isProblem(422, "invalid-request");
        client.get(tasks + "?split=train&cursor=-1").isProblem(422, "invalid-request");
        assertThat(
                        client.get(tasks + "?split=train&cursor=9223372036854775807")
                                .at("/tasks")
                                .size())
                .isZero();
    }

    @Test
    void is_up_while_any_environment_works_and_shows_each_engine_apart() {
        Reply up = client.get("/actuator/health/engines");
        arithmetic.switchAdder(false);
        Reply down = client.get("/actuator/health/engines");
        Reply whole = client.get("/actuator/health");

        assertThat(up.at("/components/adder/status").asString()).isEqualTo("UP");
        assertThat(down.at("/components/adder/status").asString()).isEqualTo("DOWN");
        assertThat(down.at("/components/adder/details/detail").asString()).isEqualTo("is off");
        assertThat(whole.at("/components/adder").isMissingNode()).isTrue();
        assertThat(whole.at("/components/environments/details/arithmetic").asString())
                .isEqualTo("needs an engine that is down");
    }

    @Test
    void counts_what_happens() {
        String id =
                client.post(
                                "/v1/rollouts",
                                "{\"environment\":\"arithmetic\",\"task\":{\"split\":\"train\",\"index\":3}}")
                        .at("/id")
                        .asString();
        client.post("/v1/rollouts/" + id + "/actions", "{\"sequence\":1,\"answer\":{\"sum\":5}}");
        client.get("/nope");

        String text = client.get("/actuator/prometheus").text();

        assertThat(text)
                .contains(
                        "svgym_rollouts_begun_total{",
                        "svgym_rollouts_finished_total{",
                        "svgym_rollouts_open",
                        "svgym_reward_normalised_bucket{",
                        "svgym_verdicts_total{",
                        "svgym_judging_seconds_bucket{",
                        "svgym_problems_total{type=\"unknown-route\"");
        assertThat(text).doesNotContain(id);
    }

    @Test
    void publishes_its_contract_in_the_names_of_the_wire() {
        Reply contract = client.get("/v3/api-docs");

        assertThat(contract.at("/openapi").asString()).startsWith("3.1");
        assertThat(contract.at("/paths").propertyNames())
                .contains(
                        "/v1/environments",
                        "/v1/rollouts/{id}/actions",
                        "/v1/groups/{id}/finalize",
                        "/v1/verify",
                        "/v1/advantages");
        var schemas = contract.at("/components/schemas");
        assertThat(schemas.at("/ActionRequest/properties").propertyNames())
                .contains("sequence", "tool_call", "answer", "truncated");
        assertThat(schemas.at("/ShownVerdict/properties").propertyNames())
                .contains("reward_range", "task_digest", "verifier_version");
        assertThat(schemas.at("/ShownVerdict/properties/reason/type").toString())
                .isEqualTo("[\"string\",\"null\"]");
        assertThat(schemas.at("/ShownVerdict/required").toString())
                .contains("\"outcome\"", "\"reward_range\"")
                .doesNotContain("\"reason\"");
        assertThat(schemas.at("/BeginRequest/required").toString())
                .isEqualTo("[\"environment\",\"task\"]");
        assertThat(schemas.at("/VerifyItem/properties/answer").toString()).isEqualTo("{}");
        assertThat(schemas.at("/ActionReply/properties").propertyNames())
                .containsExactlyInAnyOrder("sequence", "observation", "remaining", "verdict");
        assertThat(schemas.at("/GroupReport/properties").propertyNames())
                .contains("k", "pass_at", "advantages", "policy_versions");
        assertThat(schemas.propertyNames()).noneMatch(name -> name.startsWith("Json"));
        assertThat(contract.text()).contains("application/problem+json");
    }
}
