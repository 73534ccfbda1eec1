package dev.svgym.server.adapters.openenv;

import dev.svgym.environment.EnvironmentCard;
import dev.svgym.server.adapters.AnswerForm;
import dev.svgym.server.adapters.CalledTool;
import dev.svgym.server.adapters.Episode;
import dev.svgym.server.adapters.OfferedTools;
import dev.svgym.server.adapters.PydanticError;
import dev.svgym.server.adapters.Reset;
import dev.svgym.server.rollouts.ActionReply;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Resets and steps of an episode, whichever way they came. */
@Component
class Steps {

    private final Observations observations;

    Steps(Observations observations) {
        this.observations = observations;
    }

    /** The data is no action; nothing was done. */
    static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1;

        private final transient List<PydanticError> errors;

        RefusedException(List<PydanticError> errors) {
            super("not an action", null, false, false);
            this.errors = List.copyOf(errors);
        }

        List<PydanticError> errors() {
            return errors;
        }
    }

    ObjectNode reset(Episode episode, JsonNode arguments) {
        EnvironmentCard card = episode.environment().card();
        var begun = episode.reset(Reset.of(card, arguments));
        return observations.begun(begun.task(), begun.task().tools());
    }

    /**
     * One step.
     *
     * @param strict whether the data was strict JSON
     * @param written the text of the data
     */
    ObjectNode step(Episode episode, ObjectNode data, boolean strict, Supplier<String> written)
            throws RefusedException {
        AnswerForm form = AnswerForm.of(episode.environment().card());
        ObjectNode result =
                switch (RequestedAction.of(form, data, strict, written)) {
                    case RequestedAction.Refused(var errors) -> throw new RefusedException(errors);
                    case RequestedAction.ListTools _ ->
                            observations.tools(OfferedTools.of(episode));
                    case RequestedAction.CallTool(var name, var arguments) ->
                            observations.called(CalledTool.call(episode, name, arguments));
                    case RequestedAction.Answer(var answer) -> answered(episode, answer);
                };
        episode.countStep();
        return result;
    }

    private ObjectNode answered(Episode episode, JsonNode answer) {
        ActionReply reply = episode.answer(answer);
        return observations.answered(episode.attempt().orElseThrow().task(), reply);
    }
}
