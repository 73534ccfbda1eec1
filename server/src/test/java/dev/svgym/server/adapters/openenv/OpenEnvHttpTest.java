package dev.svgym.server.adapters.openenv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.server.Client;
import dev.svgym.server.Client.Reply;
import dev.svgym.server.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is asked beside the WebSocket. */
@ServerTest
class OpenEnvHttpTest {

    private static final String E1 = "/envs/e1-network-logs";

    @Autowired Client client;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /envs/arithmetic/health            | {"status":"healthy"}
                    /envs/arithmetic/metadata          | {"name":"arithmetic","description":"Adds two numbers.","readme_content":null,"version":"1","author":null,"documentation_url":null}
                    /envs/arithmetic/state             | {"episode_id":null,"step_count":0}
                    /envs/arithmetic/list_environments | ["arithmetic"]
                    /envs/arithmetic/arithmetic/splits | [{"name":"train","type":"train"},{"name":"test","type":"test"}]
                    """)
    void is_as_upstream_has_it(String path, String body) {
        Reply reply = client.get(path);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /reset | {"seed":-1}               | 422 | {"detail":[{"type":"greater_than_equal","loc":["body","seed"],"msg":"Input should be greater than or equal to 0","input":-1,"ctx":{"ge":0}}]}
                    /reset | {bad                      | 422 | {"detail":[{"type":"json_invalid","loc":["body",1],"msg":"JSON decode error","input":{},"ctx":{"error":"Expecting property name enclosed in double quotes"}}]}
                    /step  | {"label":"Benign"}        | 422 | {"detail":[{"type":"missing","loc":["body","action"],"msg":"Field required","input":{"label":"Benign"}}]}
                    /step  | {"action":{"nope":1}}     | 422 | {"detail":[{"type":"missing","loc":["label"],"msg":"Field required","input":{"nope":1},"url":"https://errors.pydantic.dev/2.14/v/missing"},{"type":"extra_forbidden","loc":["nope"],"msg":"Extra inputs are not permitted","input":1,"url":"https://errors.pydantic.dev/2.14/v/extra_forbidden"}]}
                    /wrong/num_tasks | {"split":"train"} | 404 | {"detail":"unknown environment 'wrong'"}
                    /nope  | {}                        | 404 | {"detail":"Not Found"}
                    /e1-network-logs/task | {"split":"train","index":-1} | 400 | {"detail":"Invalid task index"}
                    /mcp   | {}                        | 200 | {"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"Invalid request: 2 validation errors for JsonRpcRequest\\njsonrpc\\n  Field required [type=missing, input_value={}, input_type=dict]\\n    For further information visit https://errors.pydantic.dev/2.14/v/missing\\nmethod\\n  Field required [type=missing, input_value={}, input_type=dict]\\n    For further information visit https://errors.pydantic.dev/2.14/v/missing","data":null}}
                    /mcp   | {bad                      | 200 | {"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"Parse error","data":null}}
                    /mcp   | {"jsonrpc":"2.0","id":1,"method":"initialize","params":{}} | 200 | {"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"Method not found: initialize","data":null}}
                    """)
    void refuses_in_the_words_of_upstream(String path, String body, int status, String reply) {
        Reply refused = client.post(E1 + path, body);

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.text()).isEqualTo(reply);
    }

    @Test
    void keeps_an_episode_that_has_a_name_and_no_other() {
        String named = "{\"episode_id\":\"mine\",\"split\":\"train\",\"index\":3,\"unknown\":1}";
        assertThat(
                        client.post("/envs/arithmetic/reset", named)
                                .at("/observation/prompt")
                                .asString())
                .isEqualTo("What is 3 + 2?");
        assertThat(client.get("/envs/arithmetic/state?episode_id=mine").at("/index").asInt())
                .isEqualTo(3);
        assertThat(
                        client.post(
                                        "/envs/arithmetic/step",
                                        "{\"episode_id\":\"mine\",\"action\":{\"sum\":5}}")
                                .at("/reward")
                                .doubleValue())
                .isEqualTo(1);

        client.post("/envs/arithmetic/reset", "{\"split\":\"train\",\"index\":3}");
        // The first task again: 0 + 2.
        assertThat(
                        client.post("/envs/arithmetic/step", "{\"action\":{\"sum\":2}}")
                                .at("/reward")
                                .doubleValue())
                .isEqualTo(1);
    }

    @Test
    void lists_tasks_as_python_slices() {
        String range = "{\"split\":\"test\",\"start\":%s,\"stop\":%s}";
        String path = "/envs/arithmetic/arithmetic/task_range";

        assertThat(client.post(path, range.formatted("0", "2")).text())
                .isEqualTo(
                        "{\"tasks\":[{\"split\":\"test\",\"index\":0},{\"split\":\"test\",\"index\":1}],\"env_name\":\"arithmetic\"}");
        assertThat(client.post(path, range.formatted("-1", "null")).at("/tasks/0/index").asInt())
                .isEqualTo(2);
        assertThat(client.post(path, range.formatted("2", "999")).at("/tasks")).hasSize(1);
        assertThat(
                        client.post("/envs/arithmetic/arithmetic/num_tasks", "{\"split\":\"test\"}")
                                .text())
                .isEqualTo("{\"num_tasks\":3}");
    }

    @Test
    void tells_its_schemas_and_its_contract() {
        Reply schema = client.get("/envs/e2-config-remediation/schema");

        assertThat(schema.at("/action/title").asString()).isEqualTo("E2ConfigRemediationAction");
        assertThat(schema.at("/action/required").toString()).isEqualTo("[\"type\"]");
        assertThat(schema.at("/observation").isObject()).isTrue();
        assertThat(schema.at("/state").isObject()).isTrue();
        Reply contract = client.get(E1 + "/openapi.json");
        assertThat(contract.at("/info/version").asString()).isEqualTo("1.0.0");
        assertThat(contract.at("/paths").propertyNames()).contains("/reset", "/step", "/state");
    }
}
