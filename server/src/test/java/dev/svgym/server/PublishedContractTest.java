package dev.svgym.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Keeps the contract in the documentation true; {@code -Dsvgym.contract=write} publishes it anew. */
@ServerTest
class PublishedContractTest {

    private static final Path PUBLISHED = Path.of("..", "docs", "api", "openapi.json");
    private static final JsonMapper SORTED =
            JsonMapper.builder()
                    .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    @Autowired Client client;

    @Test
    void is_what_the_server_says() throws IOException {
        var contract = (ObjectNode) client.get("/v3/api-docs").at("");
        // Where this one server listens is not part of it.
        contract.remove("servers");
        String served = SORTED.writeValueAsString(contract) + "\n";
        if ("write".equals(System.getProperty("svgym.contract"))) {
            Files.createDirectories(PUBLISHED.getParent());
            Files.writeString(PUBLISHED, served);
        }

        assertThat(Files.readString(PUBLISHED))
                .as("publish it with -Dsvgym.contract=write")
                .isEqualTo(served);
    }
}
