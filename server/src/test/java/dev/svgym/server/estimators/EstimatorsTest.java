package dev.svgym.server.estimators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.svgym.server.Client;
import dev.svgym.server.Client.Reply;
import dev.svgym.server.ServerTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServerTest
class EstimatorsTest {

    @Autowired Client client;

    private Reply advantages(String body) {
        return client.post("/v1/advantages", body);
    }

    private static List<Double> doubles(JsonNode list) {
        return list.valueStream().map(JsonNode::asDouble).toList();
    }

    /** Of three valid rollouts two succeed; T = 8 is capped at 3. U(1) = 3/2, U(2) = 1: 3/4, -1, 0, 3/4. */
    @Test
    void makes_advantages_of_rewards_and_leaves_nulls_out() {
        Reply reply =
                advantages(
                        "{\"estimator\":\"maxrl_u\",\"params\":{\"T\":8,\"baseline\":\"loo\"},\"groups\":[{\"rewards\":[1,0,null,1]}]}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/groups/0/n").asInt()).isEqualTo(4);
        assertThat(reply.at("/groups/0/valid").asInt()).isEqualTo(3);
        assertThat(reply.at("/groups/0/k").asInt()).isEqualTo(2);
        assertThat(reply.at("/groups/0/t_effective").asInt()).isEqualTo(3);
        assertThat(doubles(reply.at("/groups/0/advantages")))
                .containsExactly(0.75, -1.0, 0.0, 0.75);
    }

    @Test
    void makes_advantages_of_several_parts() {
        Reply reply =
                advantages(
                        "{\"estimator\":\"gdpo\",\"params\":{\"weights\":[1.0,0.5],\"norms\":[\"center\",\"center\"]},\"groups\":[{\"parts\":[[1,0],[0,1]]}]}");

        assertThat(doubles(reply.at("/groups/0/advantages"))).containsExactly(0.25, -0.25);
    }

    @Test
    void tells_what_the_sum_of_the_parts_cannot_tell_apart() {
        Reply reply =
                advantages(
                        "{\"estimator\":\"gdpo\",\"params\":{\"weights\":[1,1],\"norms\":[\"std\",\"std\"]},\"groups\":[{\"parts\":[[1,0],[0,1],[1,1]]}]}");

        // Of three pairs with different parts, the first two rollouts have the same sum.
        assertThat(reply.at("/groups/0/scalar_sum/differing").asInt()).isEqualTo(3);
        assertThat(reply.at("/groups/0/scalar_sum/collapsed").asInt()).isEqualTo(1);
        assertThat(reply.at("/groups/0/scalar_sum/share").asDouble())
                .isCloseTo(1.0 / 3, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T_OUT_OF_RANGE|{\"estimator\":\"maxrl_u\",\"params\":{\"T\":0},\"groups\":[{\"rewards\":[1]}]}",
                "NON_BINARY_REWARD|{\"estimator\":\"maxrl_u\",\"params\":{\"T\":1},\"groups\":[{\"rewards\":[0.5]}]}",
                "REWARD_OUT_OF_UNIT_INTERVAL|{\"estimator\":\"maxrl_partial\",\"params\":{\"T\":1},\"groups\":[{\"rewards\":[2]}]}",
                "BIASED_COMBINATION|{\"estimator\":\"rloo\",\"sampling\":\"STOPPED\",\"groups\":[{\"rewards\":[0,1]}]}",
                "K_OUT_OF_RANGE|{\"estimator\":\"pkpo\",\"params\":{\"k\":3},\"groups\":[{\"rewards\":[0,1]}]}",
                "NEGATIVE_CONDITIONED_PART|{\"estimator\":\"gdpo\",\"params\":{\"condition\":[[1,0,1]]},\"groups\":[{\"parts\":[[1,-1]]}]}",
                "NON_FINITE_REWARD|{\"estimator\":\"rloo\",\"groups\":[{\"rewards\":[1e999]}]}",
                "UNKNOWN_ESTIMATOR|{\"estimator\":\"nope\",\"groups\":[{\"rewards\":[1]}]}",
                "UNKNOWN_PARAMETER|{\"estimator\":\"rloo\",\"params\":{\"T\":1},\"groups\":[{\"rewards\":[1]}]}"
            })
    void refuses_with_a_code(String code, String body) {
        assertThat(advantages(body).isProblem(422, "estimation-refused").at("/code").asString())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"estimator\":\"rloo\"}",
                "{\"estimator\":\"rloo\",\"groups\":[]}",
                "{\"estimator\":\"rloo\",\"groups\":[null]}",
                "{\"estimator\":\"rloo\",\"groups\":[{}]}",
                "{\"estimator\":\"rloo\",\"groups\":[{\"parts\":[[1]]}]}",
                "{\"estimator\":\"gdpo\",\"groups\":[{\"parts\":[null]}]}",
                "{\"estimator\":\"rloo\",\"groups\":[{\"rewards\":[true]}]}",
                "{\"estimator\":\"rloo\",\"groups\":[{\"rewards\":[\"1\"]}]}",
                "{\"estimator\":\"rloo\",\"sampling\":\"SOME\",\"groups\":[{\"rewards\":[1]}]}"
            })
    void refuses_what_is_no_request(String body) {
        advantages(body).isProblem(422, "invalid-request");
    }

    @Test
    void describes_every_estimator() {
        Reply list = client.get("/v1/estimators");

        assertThat(list.at("/estimators").valueStream().map(each -> each.at("/name").asString()))
                .contains("reinforce", "rloo", "grpo", "maxrl_u", "maxrl_conditional", "gdpo");
        assertThat(client.get("/v1/estimators/maxrl_u").at("/formula").asString()).isNotBlank();
        client.get("/v1/estimators/nope").isProblem(404, "unknown-estimator");
    }

    /** w_4(1/4) of the zeroed form is 37/16. */
    @Test
    void shows_what_an_estimator_really_optimises() {
        Reply reply = client.get("/v1/estimators/maxrl_zeroed/weight?n=4&p=0.25,0.5");

        assertThat(reply.at("/weight").asDouble()).isCloseTo(2.3125, within(1e-12));
        var limits = reply.at("/points/0/limits");
        assertThat(limits.at("/reinforce").asDouble()).isEqualTo(1);
        assertThat(limits.at("/grpo").asDouble()).isCloseTo(1 / Math.sqrt(0.1875), within(1e-12));
        // (1 - 0.75^4) / 0.25
        assertThat(limits.at("/maxrl").asDouble()).isCloseTo(2.734375, within(1e-12));
        assertThat(limits.at("/maximum_likelihood").asDouble()).isEqualTo(4);
        assertThat(reply.at("/points").size()).isEqualTo(2);
        client.get("/v1/estimators/gdpo/weight?n=4&p=0.25").isProblem(422, "estimation-refused");
        client.get("/v1/estimators/rloo/weight?n=0&p=0.25").isProblem(422, "invalid-request");
        client.get("/v1/estimators/rloo/weight?n=4").isProblem(422, "invalid-request");
        client.get("/v1/estimators/rloo/weight?n=4&p=2").isProblem(422, "estimation-refused");
        client.get("/v1/estimators/nope/weight?n=4&p=0.5").isProblem(404, "unknown-estimator");
    }
}
