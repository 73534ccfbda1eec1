package dev.svgym.server.adapters.mcp;

import dev.svgym.environment.Tool;
import dev.svgym.server.adapters.CalledTool;
import dev.svgym.server.adapters.NamedRollouts;
import dev.svgym.server.adapters.OfferedTools;
import dev.svgym.server.adapters.VerdictFields;
import dev.svgym.server.problems.ProblemException;
import dev.svgym.server.problems.Trace;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The tools of a rollout as MCP tools. What goes wrong with a call is its result, for the model to read. */
@Component
class RolloutTools {

    private static final Logger LOG = LoggerFactory.getLogger(RolloutTools.class);

    private final NamedRollouts rollouts;
    private final VerdictFields verdicts;
    private final JsonMapper json;

    RolloutTools(NamedRollouts rollouts, VerdictFields verdicts, JsonMapper json) {
        this.rollouts = rollouts;
        this.verdicts = verdicts;
        this.json = json;
    }

    McpSchema.ListToolsResult list(String rollout) {
        List<McpSchema.Tool> tools =
                OfferedTools.of(rollouts.episode(rollout)).all().stream().map(this::tool).toList();
        return McpSchema.ListToolsResult.builder(tools).build();
    }

    McpSchema.CallToolResult call(String rollout, String tool, JsonNode arguments) {
        try {
            return result(
                    rollouts.inTurn(rollout, episode -> CalledTool.call(episode, tool, arguments)));
        } catch (ProblemException problem) {
            return failed(problem.detail());
        } catch (RuntimeException fault) {
            LOG.error("a tool call by MCP failed: {}", Trace.of(fault));
            return failed("this server failed; its log says why");
        }
    }

    private McpSchema.CallToolResult result(CalledTool call) {
        if (call.fault() != null && !call.isLast()) {
            return failed(call.message());
        }
        ObjectNode shown = verdicts.shown(call);
        return McpSchema.CallToolResult.builder()
                .addTextContent(VerdictFields.text(call))
                .structuredContent(shown)
                .isError(false)
                .build();
    }

    private static McpSchema.CallToolResult failed(String why) {
        return McpSchema.CallToolResult.builder().addTextContent(why).isError(true).build();
    }

    private McpSchema.Tool tool(Tool tool) {
        return McpSchema.Tool.builder(
                        tool.name(), json.convertValue(tool.parameters(), new TypeReference<>() {}))
                .description(tool.description())
                .build();
    }
}
