package dev.svgym.server.rollouts;

import java.util.Map;

/** Where an agent calls the tools of a rollout by MCP. */
@FunctionalInterface
public interface McpAddresses {

    /** That of a rollout, as its trainer reaches this server. */
    McpAddress of(Rollout rollout);

    /**
     * What an MCP client needs; nothing else of the rollout opens to who has it.
     *
     * @param url of streamable HTTP
     * @param headers that the client sends with every request
     */
    record McpAddress(String url, Map<String, String> headers) {

        public McpAddress {
            headers = Map.copyOf(headers);
        }
    }
}
