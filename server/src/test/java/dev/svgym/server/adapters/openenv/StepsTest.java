package dev.svgym.server.adapters.openenv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.server.Client;
import dev.svgym.server.ServerTest;
import dev.svgym.server.arithmetic.Arithmetic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The messages of {@code /ws}, as released clients send and read them. */
@ServerTest
class StepsTest {

    private static final String RESET =
            "{\"type\": \"reset\", \"data\": {\"split\": \"train\", \"index\": 3, \"seed\": 7}}";
    private static final String ADD =
            "{\"type\": \"step\", \"data\": {\"type\": \"call_tool\", \"tool_name\": \"add\", \"arguments\": {}}}";
    private static final String RIGHT = "{\"type\": \"step\", \"data\": {\"sum\": 5}}";
    private static final String ONE_E1 =
            "{\"type\": \"reset\", \"data\": {\"inline\": {\"log\": \"proto=tcp\", \"label\": \"Malicious\"}}}";

    @Autowired Client client;
    @Autowired Arithmetic arithmetic;

    @AfterEach
    void repair() {
        arithmetic.switchAdder(true);
        arithmetic.slowDown(0);
    }

    private Socket open() {
        return Socket.open(client, "/envs/arithmetic/ws");
    }

    private Socket openE1() {
        return Socket.open(client, "/envs/e1-network-logs/ws");
    }

    @Test
    void play_an_episode() throws Exception {
        try (Socket socket = open()) {
            JsonNode begun = socket.askJson(RESET);
            assertThat(begun.at("/type").asString()).isEqualTo("observation");
            assertThat(begun.at("/data/observation/prompt").asString()).isEqualTo("What is 3 + 2?");
            assertThat(begun.at("/data/observation/task_id").asString()).isEqualTo("train-3");
            assertThat(begun.at("/data/reward").isNull()).isTrue();
            assertThat(begun.at("/data/done").booleanValue()).isFalse();

            JsonNode called = socket.askJson(ADD);
            assertThat(called.at("/data/observation/result/data/sum").asInt()).isEqualTo(5);
            assertThat(called.at("/data/observation/result/content/0/text").asString())
                    .isEqualTo("the sum is 5");
            assertThat(called.at("/data/observation/error").isNull()).isTrue();
            assertThat(called.at("/data/reward").isNull()).isTrue();

            JsonNode done = socket.askJson(RIGHT);
            assertThat(done.at("/data/reward").doubleValue()).isEqualTo(0.9);
            assertThat(done.at("/data/done").booleanValue()).isTrue();
            assertThat(done.at("/data/observation/reward_components").toString())
                    .isEqualTo("{\"correct\":1.0,\"economy\":0.9}");
            assertThat(done.at("/data/metadata/reward_components/correct").doubleValue())
                    .isEqualTo(1);

            JsonNode state = socket.askJson("{\"type\": \"state\"}");
            assertThat(state.at("/data/step_count").asInt()).isEqualTo(2);
            assertThat(state.at("/data/index").asInt()).isEqualTo(3);
            assertThat(state.at("/data/seed").asInt()).isEqualTo(7);
        }
    }

    @Test
    void end_with_the_clients_good_bye_and_no_word() throws Exception {
        try (Socket socket = open()) {
            socket.send("{\"type\": \"close\"}");

            assertThat(socket.closeCode()).isEqualTo(1000);
            assertThat(socket.isQuiet()).isTrue();
        }
    }

    @Test
    void begin_the_first_task_where_nothing_was_reset() throws Exception {
        try (Socket socket = open()) {
            assertThat(socket.askJson("{\"type\": \"state\"}").at("/data").toString())
                    .isEqualTo("{\"episode_id\":null,\"step_count\":0}");
            // 0 + 2
            assertThat(
                            socket.askJson("{\"type\": \"step\", \"data\": {\"sum\": 2}}")
                                    .at("/data/reward")
                                    .doubleValue())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"split": "test", "index": 1, "seed": 7}  | test-1
                    {"split": "test", "seed": 7}              | test-0
                    {"seed": 7}                               | train-269
                    {"seed": "abc"}                           | train-0
                    {"task_id": "train-12", "other": [1]}     | train-12
                    {"task": {"split": "train", "index": 4}}  | train-4
                    {}                                        | train-0
                    """)
    void find_a_task_by_index_before_seed_and_ignore_other_arguments(String data, String task)
            throws Exception {
        try (Socket socket = open()) {
            JsonNode begun = socket.askJson("{\"type\": \"reset\", \"data\": %s}".formatted(data));

            assertThat(begun.at("/data/observation/task_id").asString()).isEqualTo(task);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {bad | {"type":"error","data":{"message":"Invalid JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)","code":"INVALID_JSON"}}
                    {"type": "nope"} | {"type":"error","data":{"message":"Unknown message type: nope","code":"UNKNOWN_TYPE"}}
                    {"type": "reset", "data": {}, "extra": 1} | {"type":"error","data":{"message":"Invalid message","code":"VALIDATION_ERROR","errors":[{"type":"extra_forbidden","loc":["extra"],"msg":"Extra inputs are not permitted","input":1,"url":"https://errors.pydantic.dev/2.14/v/extra_forbidden"}]}}
                    {"type": "step"} | {"type":"error","data":{"message":"Invalid message","code":"VALIDATION_ERROR","errors":[{"type":"missing","loc":["data"],"msg":"Field required","input":{"type":"step"},"url":"https://errors.pydantic.dev/2.14/v/missing"}]}}
                    {"type": "step", "data": {"__no_such_field__": 1}} | {"type":"error","data":{"message":"Invalid message","code":"VALIDATION_ERROR","errors":[{"type":"missing","loc":["label"],"msg":"Field required","input":{"__no_such_field__":1},"url":"https://errors.pydantic.dev/2.14/v/missing"},{"type":"extra_forbidden","loc":["__no_such_field__"],"msg":"Extra inputs are not permitted","input":1,"url":"https://errors.pydantic.dev/2.14/v/extra_forbidden"}]}}
                    {"type": "step", "data": {"type": "call_tool"}} | {"type":"error","data":{"message":"Invalid message","code":"VALIDATION_ERROR","errors":[{"type":"missing","loc":["tool_name"],"msg":"Field required","input":{"type":"call_tool"},"url":"https://errors.pydantic.dev/2.14/v/missing"}]}}
                    [1,2] | {"type":"error","data":{"message":"'list' object has no attribute 'get'","code":"SESSION_ERROR"}}
                    """)
    void refuse_in_the_words_of_upstream_and_keep_the_socket(String sent, String refusal)
            throws Exception {
        try (Socket socket = openE1()) {
            socket.ask(ONE_E1);

            assertThat(socket.ask(sent)).isEqualTo(refusal);
            // Nothing was stepped: the episode goes on where it was.
            assertThat(socket.askJson("{\"type\": \"state\"}").at("/data/step_count").asInt())
                    .isZero();
            assertThat(
                            socket.askJson(
                                            "{\"type\": \"step\", \"data\": {\"label\": \"Abstain\"}}")
                                    .at("/data/reward")
                                    .doubleValue())
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"confidence\": 0.5}",
                "{\"label\": \"Perhaps\", \"confidence\": 0.5}",
                "{\"label\": 5, \"confidence\": 0.5}",
                "{\"label\": \"Benign\", \"confidence\": \"high\"}",
                "{\"label\": \"Benign\", \"confidence\": NaN}",
                "{\"label\": \"Benign\", \"confidence\": 1e999}",
                "{\"label\": \"Benign\", \"label\": \"Benign\", \"confidence\": 0.5}",
                "{\"label\": \"Benign\", \"confidence\": 0.5, \"rationale\": \"\\ud800\", \"metadata\": {}, \"rationale\": 1}",
                "{\"answer\": \"Benign, surely\"}",
                "{\"answer\": 5}"
            })
    void judge_whatever_else_an_agent_answers(String answer) throws Exception {
        try (Socket socket = openE1()) {
            socket.ask(ONE_E1);

            JsonNode judged =
                    socket.askJson("{\"type\": \"step\", \"data\": %s}".formatted(answer));

            assertThat(judged.at("/data/observation/outcome").asString()).isEqualTo("invalid");
            assertThat(judged.at("/data/reward").doubleValue()).isEqualTo(-1);
            assertThat(judged.at("/data/done").booleanValue()).isTrue();
        }
    }

    @Test
    void answer_pings_while_one_runs_and_take_messages_in_turn() throws Exception {
        arithmetic.slowDown(3000);
        try (Socket socket = open()) {
            socket.ask(RESET);
            socket.send(ADD);
            socket.send(RIGHT);

            socket.ping();

            assertThat(socket.isQuiet()).isTrue();
            assertThat(socket.next()).contains("the sum is 5");
            assertThat(socket.next()).contains("\"reward\":0.9");
        }
    }

    @Test
    void take_a_message_that_comes_in_parts_and_is_long() throws Exception {
        String filler = "x".repeat(300_000);
        try (Socket socket = open()) {
            socket.send(
                    "{\"type\": \"reset\", \"data\": {\"index\": 3, \"filler\": \"" + filler,
                    filler + "\"}}");

            assertThat(socket.next()).contains("What is 3 + 2?");
        }
    }

    @Test
    void tell_an_engines_fault_and_do_not_count_it() throws Exception {
        try (Socket socket = open()) {
            socket.ask(RESET);
            arithmetic.switchAdder(false);

            assertThat(socket.askJson(RIGHT).at("/data/code").asString())
                    .isEqualTo("EXECUTION_ERROR");

            arithmetic.switchAdder(true);
            assertThat(socket.askJson(RIGHT).at("/data/reward").doubleValue()).isEqualTo(1);
        }
    }

    @Test
    void list_tools_before_any_reset_and_name_those_that_there_are_not() throws Exception {
        try (Socket socket = open()) {
            JsonNode listed =
                    socket.askJson("{\"type\": \"step\", \"data\": {\"type\": \"list_tools\"}}");
            assertThat(listed.at("/data/observation/tools/0/name").asString()).isEqualTo("add");
            assertThat(listed.at("/data/observation/tools/1/name").asString()).isEqualTo("answer");

            socket.ask(RESET);
            JsonNode unknown =
                    socket.askJson(
                            "{\"type\": \"step\", \"data\": {\"type\": \"call_tool\", \"tool_name\": \"rm\", \"arguments\": {}}}");
            assertThat(unknown.at("/data/observation").toString())
                    .isEqualTo(
                            "{\"metadata\":{},\"tool_name\":\"rm\",\"result\":null,\"error\":{\"error_type\":\"tool_not_found\",\"message\":\"Unknown tool: 'rm'\"}}");
        }
    }

    @Test
    void never_disturb_another_session() throws Exception {
        try (Socket good = open();
                Socket bad = open()) {
            good.ask(RESET);
            bad.ask("{bad");
            bad.sendBytes();
            assertThat(bad.closeCode()).isEqualTo(1003);

            assertThat(good.askJson(RIGHT).at("/data/reward").doubleValue()).isEqualTo(1);
        }
    }

    @Test
    void show_no_hidden_part() throws Exception {
        try (Socket socket = open()) {
            String all = socket.ask(RESET) + socket.ask(ADD) + socket.ask(RIGHT);

            assertThat(all).doesNotContain(Arithmetic.CANARY);
        }
    }
}
