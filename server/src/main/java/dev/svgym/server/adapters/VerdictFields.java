package dev.svgym.server.adapters;

import dev.svgym.server.environments.ShownVerdict;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A verdict as fields of another protocol's message: the same names and digests as over the native API. */
@Component
public class VerdictFields {

    /** Values of the reward's parts by name; the name that trainers of several rewards look for. */
    public static final String REWARD_COMPONENTS = "reward_components";

    private final JsonMapper json;

    VerdictFields(JsonMapper json) {
        this.json = json;
    }

    /** All but the reward, which every protocol has a place for. */
    public ObjectNode of(ShownVerdict verdict) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.put("outcome", verdict.outcome());
        fields.put("success", verdict.success());
        fields.set(REWARD_COMPONENTS, components(verdict));
        fields.set("verdict", json.valueToTree(verdict));
        return fields;
    }

    /** What a tool call showed as data, or the verdict with its reward; empty where the call was not made. */
    public ObjectNode shown(CalledTool call) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        if (call.verdict().isPresent()) {
            ShownVerdict verdict = call.verdict().get();
            data.put("reward", verdict.reward());
            return data.setAll(of(verdict));
        }
        if (call.reply() != null && call.reply().observation() != null) {
            call.reply().observation().forEach(data::set);
        }
        return data;
    }

    /** What a tool call showed as text, or one line on the verdict. */
    public static String text(CalledTool call) {
        return call.verdict().map(VerdictFields::line).orElseGet(call::content);
    }

    /** The value of each part; null for a part that does not apply. */
    public ObjectNode components(ShownVerdict verdict) {
        ObjectNode components = JsonNodeFactory.instance.objectNode();
        if (verdict.parts() != null) {
            verdict.parts().forEach((name, part) -> components.put(name, part.value()));
        }
        return components;
    }

    /** One line for a model or a log. */
    public static String line(ShownVerdict verdict) {
        return "%s: success %s, reward %s"
                .formatted(verdict.outcome(), verdict.success(), verdict.reward());
    }
}
