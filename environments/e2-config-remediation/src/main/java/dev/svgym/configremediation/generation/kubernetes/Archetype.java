package dev.svgym.configremediation.generation.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a config is about. Every one of them is clean under every rule that judges. */
enum Archetype {
    /** A web service and its database. */
    WEB_DATABASE,
    /** Work by the clock. */
    CRON,
    /** One pod on every node. */
    AGENT,
    /** A controller that talks to the API server. */
    OPERATOR,
    /** A web service with all that stands before it. */
    INGRESS,
    /** Workers that take from a queue. */
    QUEUE,
    /** Pods with volumes of their own. */
    STATEFUL,
    /** Work that is done once. */
    BATCH,
    /** A pod that nobody owns. */
    POD,
    /** Services for Windows; in {@code ood} only. */
    WINDOWS,
    /** Readings from many stations; in {@code ood} only. */
    STATIONS;

    /** By share. */
    static final List<Archetype> USUAL =
            List.of(
                    WEB_DATABASE,
                    WEB_DATABASE,
                    CRON,
                    AGENT,
                    OPERATOR,
                    OPERATOR,
                    OPERATOR,
                    INGRESS,
                    INGRESS,
                    QUEUE,
                    STATEFUL,
                    BATCH,
                    POD);

    static final List<Archetype> SHIFTED =
            List.of(
                    WINDOWS,
                    WINDOWS,
                    STATIONS,
                    STATIONS,
                    WEB_DATABASE,
                    CRON,
                    AGENT,
                    OPERATOR,
                    OPERATOR,
                    OPERATOR,
                    INGRESS,
                    INGRESS,
                    STATEFUL);

    private static final List<Integer> PORTS =
            List.of(80, 443, 3000, 5000, 8000, 8080, 8081, 8443, 9000);

    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The objects, the one that the config is about first. */
    List<ObjectNode> draw(Scene scene) {
        var objects = new Objects(scene);
        List<ObjectNode> drawn = new ArrayList<>();
        int parts = scene.random.percent(55) ? 1 : 2 + scene.random.below(3);
        for (int i = 0; i < parts; i++) {
            drawn.addAll(part(scene, objects, i));
        }
        if (scene.has(20)) {
            drawn.add(objects.around().namespace());
        }
        if (scene.has(14)) {
            drawn.add(objects.around().account("default", false));
        }
        return drawn;
    }

    private List<ObjectNode> part(Scene scene, Objects objects, int index) {
        return switch (this) {
            case WEB_DATABASE -> index % 2 == 0 ? web(scene, objects) : database(scene, objects);
            case CRON -> cron(scene, objects);
            case AGENT -> agent(scene, objects);
            case OPERATOR -> index == 0 ? operator(scene, objects) : worker(scene, objects);
            case INGRESS -> index == 0 ? ingress(scene, objects) : web(scene, objects);
            case QUEUE -> worker(scene, objects);
            case STATEFUL -> database(scene, objects);
            case BATCH -> batch(scene, objects);
            case POD -> pod(scene, objects);
            case WINDOWS -> windows(scene, objects);
            case STATIONS -> index % 2 == 0 ? database(scene, objects) : cron(scene, objects);
        };
    }

    private static Pods.Purpose purpose(Scene scene, String name, int port) {
        return new Pods.Purpose(name, scene.image(name), port, name, "", false, List.of());
    }

    private static List<ObjectNode> web(Scene scene, Objects objects) {
        String name = scene.serviceName();
        int port = scene.random.oneOf(PORTS);
        List<ObjectNode> drawn = new ArrayList<>();
        drawn.add(objects.deployment(purpose(scene, name, port)));
        drawn.add(objects.around().service(name, port, false));
        drawn.add(objects.around().account(name, false));
        if (scene.has(50)) {
            drawn.add(objects.around().configMap(name + "-config"));
        }
        if (scene.has(40)) {
            drawn.add(objects.around().networkPolicy(name, port));
        }
        return drawn;
    }

    private static List<ObjectNode> database(Scene scene, Objects objects) {
        String name = scene.name("db");
        String image = scene.random.oneOf(scene.words.databases());
        int port = image.startsWith("postgres") || image.startsWith("timescale") ? 5432 : 3306;
        List<ObjectNode> drawn = new ArrayList<>();
        drawn.add(
                objects.statefulSet(
                        new Pods.Purpose(name, image, port, name, "", false, List.of("storage")),
                        "storage"));
        drawn.add(objects.around().service(name, port, true));
        drawn.add(objects.around().account(name, false));
        if (scene.has(40)) {
            drawn.add(objects.around().disruptionBudget(name));
        }
        if (scene.has(30)) {
            drawn.add(objects.around().networkPolicy(name, port));
        }
        return drawn;
    }

    private static List<ObjectNode> cron(Scene scene, Objects objects) {
        String name =
                scene.name(scene.random.oneOf(List.of("report", "cleanup", "backup", "sync")));
        List<ObjectNode> drawn = new ArrayList<>();
        drawn.add(objects.cronJob(once(scene, name)));
        drawn.add(objects.around().account(name, false));
        if (scene.has(40)) {
            drawn.add(objects.around().configMap(name + "-config"));
        }
        return drawn;
    }

    private static Pods.Purpose once(Scene scene, String name) {
        String policy = scene.random.oneOf(List.of("Never", "OnFailure"));
        return new Pods.Purpose(name, scene.image(name), 0, name, policy, false, List.of());
    }

    private static List<ObjectNode> agent(Scene scene, Objects objects) {
        String name = scene.name(scene.random.oneOf(List.of("agent", "collector", "node-cache")));
        List<ObjectNode> drawn = new ArrayList<>();
        drawn.add(objects.daemonSet(purpose(scene, name, scene.random.oneOf(List.of(8125, 9100)))));
        drawn.add(objects.around().account(name, false));
        if (scene.has(60)) {
            drawn.add(objects.around().configMap(name + "-config"));
        }
        return drawn;
    }

    private static List<ObjectNode> operator(Scene scene, Objects objects) {
        String name = scene.name("operator");
        List<ObjectNode> drawn = new ArrayList<>();
        drawn.add(
                objects.deployment(
                        new Pods.Purpose(
                                name, scene.image(name), 8080, name, "", true, List.of())));
        drawn.add(objects.around().account(name, true));
        drawn.add(objects.around().role("Role", name));
        drawn.add(objects.around().binding("RoleBinding", name, name));
        if (scene.random.percent(60)) {
            drawn.add(objects.around().role("ClusterRole", name));
            drawn.add(objects.around().binding("ClusterRoleBinding", name, name));
        }
        if (scene.has(30)) {
            drawn.add(objects.around().webhooks(name));
        }
        return drawn;
    }

    private static List<ObjectNode> ingress(Scene scene, Objects objects) {
        String name = scene.serviceName();
        int port = scene.random.oneOf(PORTS);
        List<ObjectNode> drawn = new ArrayList<>();
        drawn.add(objects.deployment(purpose(scene, name, port)));
        drawn.add(objects.around().service(name, port, false));
        drawn.add(objects.around().ingress(name, port));
        drawn.add(objects.around().account(name, false));
        if (scene.has(60)) {
            drawn.add(objects.around().networkPolicy(name, port));
        }
        if (scene.has(50)) {
            drawn.add(objects.around().autoscaler(name));
        }
        if (scene.has(50)) {
            drawn.add(objects.around().disruptionBudget(name));
        }
        return drawn;
    }

    private static List<ObjectNode> worker(Scene scene, Objects objects) {
        String name = scene.name(scene.random.oneOf(List.of("worker", "consumer", "importer")));
        List<ObjectNode> drawn = new ArrayList<>();
        drawn.add(objects.deployment(purpose(scene, name, 9090)));
        drawn.add(objects.around().account(name, false));
        if (scene.has(50)) {
            drawn.add(objects.around().configMap(name + "-config"));
        }
        if (scene.has(30)) {
            drawn.add(objects.around().autoscaler(name));
        }
        return drawn;
    }

    private static List<ObjectNode> batch(Scene scene, Objects objects) {
        String name = scene.name(scene.random.oneOf(List.of("migration", "reindex", "export")));
        List<ObjectNode> drawn = new ArrayList<>();
        drawn.add(objects.job(once(scene, name)));
        drawn.add(objects.around().account(name, false));
        if (scene.has(50)) {
            drawn.add(objects.around().configMap(name + "-config"));
        }
        return drawn;
    }

    private static List<ObjectNode> pod(Scene scene, Objects objects) {
        String name = scene.serviceName();
        List<ObjectNode> drawn = new ArrayList<>();
        drawn.add(objects.pod(purpose(scene, name, scene.random.oneOf(PORTS))));
        drawn.add(objects.around().account(name, false));
        return drawn;
    }

    /** On Windows there is neither seccomp nor are there capabilities, and no rule asks for them. */
    private static List<ObjectNode> windows(Scene scene, Objects objects) {
        List<ObjectNode> drawn = web(scene, objects);
        ObjectNode pod = Tree.at(drawn.getFirst(), "spec", "template", "spec");
        pod.set("os", Tree.map("name", "windows"));
        pod.set("nodeSelector", Tree.map("kubernetes.io/os", "windows"));
        pod.remove("hostUsers");
        pod.set("securityContext", Tree.map("runAsNonRoot", true));
        for (String list : List.of("initContainers", "containers")) {
            for (JsonNode container : pod.path(list)) {
                Tree.at((ObjectNode) container, "securityContext").removeAll();
                Tree.at((ObjectNode) container, "securityContext")
                        .put("readOnlyRootFilesystem", true);
            }
        }
        return drawn;
    }
}
