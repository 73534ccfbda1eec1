package dev.svgym.configremediation;

import dev.svgym.configremediation.redteam.Documents;
import dev.svgym.configremediation.scanner.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A repair that says more than it has to: the safe value too where its absence would do, and in every container. */
final class HardenedFurther {

    /** By rule, what a cautious hand may also write at the violated container. */
    private static final Map<String, List<String>> AT_CONTAINER =
            Map.of(
                    "K8S-PRIVILEGED", List.of("securityContext/privileged=false"),
                    "K8S-PRIVILEGE-ESCALATION",
                            List.of(
                                    "securityContext/allowPrivilegeEscalation=false",
                                    "securityContext/privileged=false"),
                    "K8S-DROP-CAPABILITIES", List.of("securityContext/capabilities/drop=[\"ALL\"]"),
                    "K8S-SECCOMP-MISSING",
                            List.of("securityContext/seccompProfile={\"type\":\"RuntimeDefault\"}"),
                    "K8S-PROC-MOUNT", List.of("securityContext/procMount=\"Default\""));

    /** By rule, what it may also write at the pod. */
    private static final Map<String, List<String>> AT_POD =
            Map.of(
                    "K8S-HOST-NETWORK", List.of("hostNetwork=false"),
                    "K8S-HOST-PID", List.of("hostPID=false"),
                    "K8S-HOST-IPC", List.of("hostIPC=false"),
                    "K8S-SHARED-PROCESSES", List.of("shareProcessNamespace=false"),
                    "K8S-RUN-AS-NON-ROOT", List.of("securityContext/runAsNonRoot=true"),
                    "K8S-SECCOMP-MISSING",
                            List.of("securityContext/seccompProfile={\"type\":\"RuntimeDefault\"}"),
                    "K8S-SECCOMP-UNCONFINED",
                            List.of(
                                    "securityContext/seccompProfile={\"type\":\"RuntimeDefault\"}"));

    private HardenedFurther() {}

    /** The files; absent where nothing more can be said. */
    static Optional<SortedMap<String, String>> files(AttackedTasks task) {
        Documents documents = task.target().asRepaired().copy();
        for (Violation violation : task.task().violations()) {
            documents.objects().stream()
                    .filter(object -> id(object).equals(violation.resource()))
                    .forEach(object -> harden(object, violation));
        }
        return documents.isSame(task.target().asRepaired())
                ? Optional.empty()
                : Optional.of(documents.flow());
    }

    private static String id(ObjectNode object) {
        JsonNode metadata = object.path("metadata");
        return "%s/%s/%s"
                .formatted(
                        object.path("kind").asString(),
                        metadata.path("namespace").asString("default"),
                        metadata.path("name").asString());
    }

    private static void harden(ObjectNode object, Violation violation) {
        JsonNode pod = Documents.podSpec(object);
        for (String saying : AT_POD.getOrDefault(violation.rule(), List.of())) {
            say((ObjectNode) pod, saying);
        }
        String container = violation.object().substring(violation.object().lastIndexOf('/') + 1);
        for (String list : List.of("containers", "initContainers")) {
            for (JsonNode one : pod.path(list)) {
                if (one.path("name").asString("").equals(container)) {
                    AT_CONTAINER
                            .getOrDefault(violation.rule(), List.of())
                            .forEach(saying -> say((ObjectNode) one, saying));
                }
            }
        }
    }

    /** Sets {@code path/to/key=value}, made where it is not there. */
    private static void say(ObjectNode node, String saying) {
        int equals = saying.indexOf('=');
        List<String> path = List.of(saying.substring(0, equals).split("/", -1));
        ObjectNode at = node;
        for (String key : path.subList(0, path.size() - 1)) {
            at = at.path(key) instanceof ObjectNode child ? child : at.putObject(key);
        }
        at.set(path.getLast(), JsonMapper.shared().readTree(saying.substring(equals + 1)));
    }
}
