package dev.svgym.server.adapters.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** The SDK's stateless server over its own servlet: each request is answered by one JSON reply. */
@Component
class McpServlet {

    private static final String ROLLOUT = McpServlet.class.getName() + ".rollout";

    /** Numbers as they were written, so that an answer is judged as it was sent, even one that is no strict JSON. */
    private static final JsonMapper EXACT =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .addModule(new SimpleModule().addSerializer(McpError.class, new Refusal()))
                    .build();

    private final HttpServletStatelessServerTransport servlet;

    /** The servlet answers what is no message with an exception; as JSON that would be its trace. */
    private static final class Refusal extends StdSerializer<McpError> {

        Refusal() {
            super(McpError.class);
        }

        @Override
        public void serialize(McpError refusal, JsonGenerator json, SerializationContext context) {
            json.writeTree(
                    McpController.refusal(
                            refusal.getJsonRpcError().code(), refusal.getJsonRpcError().message()));
        }
    }

    McpServlet(RolloutTools tools) {
        this.servlet =
                HttpServletStatelessServerTransport.builder()
                        .jsonMapper(new JacksonMcpJsonMapper(EXACT))
                        .messageEndpoint("/mcp")
                        .contextExtractor(request ->
                                McpTransportContext.create(
                                        Map.of(
                                                ToolRequests.ROLLOUT,
                                                request.getAttribute(ROLLOUT))))
                        .build();
        McpServer.sync(new WithTools(servlet, tools))
                .serverInfo("svgym", "1")
                .capabilities(McpSchema.ServerCapabilities.builder().tools(false).build())
                .jsonMapper(new JacksonMcpJsonMapper(EXACT))
                .build();
    }

    void serve(String rollout, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(ROLLOUT, rollout);
        servlet.service(request, response);
    }

    /** The servlet, with tools that the SDK knows nothing of. */
    private record WithTools(HttpServletStatelessServerTransport servlet, RolloutTools tools)
            implements McpStatelessServerTransport {

        @Override
        public void setMcpHandler(McpStatelessServerHandler rest) {
            servlet.setMcpHandler(new ToolRequests(tools, rest, EXACT));
        }

        @Override
        public Mono<Void> closeGracefully() {
            return servlet.closeGracefully();
        }
    }
}
