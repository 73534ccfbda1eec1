package dev.svgym.configremediation.generation.kubernetes;

import static dev.svgym.configremediation.generation.kubernetes.Tree.list;
import static dev.svgym.configremediation.generation.kubernetes.Tree.map;
import static dev.svgym.configremediation.generation.kubernetes.Tree.when;

import tools.jackson.databind.node.ObjectNode;

/** Draws workloads that no rule finds fault with, and gives what stands around them. */
final class Objects {

    private final Scene scene;
    private final Pods pods;
    private final Surroundings around;

    Objects(Scene scene) {
        this.scene = scene;
        this.pods = new Pods(scene);
        this.around = new Surroundings(scene);
    }

    Surroundings around() {
        return around;
    }

    ObjectNode deployment(Pods.Purpose purpose) {
        ObjectNode labels = scene.labels(purpose.name());
        return map(
                "apiVersion",
                "apps/v1",
                "kind",
                "Deployment",
                "metadata",
                scene.metadata(purpose.name(), labels),
                "spec",
                map(
                        "replicas",
                        2 + scene.random.below(4),
                        "revisionHistoryLimit",
                        scene.perhaps(20, 3),
                        "strategy",
                        scene.perhaps(
                                30,
                                map(
                                        "type",
                                        "RollingUpdate",
                                        "rollingUpdate",
                                        map("maxSurge", 1, "maxUnavailable", 0))),
                        "selector",
                        map("matchLabels", scene.selectorLabels(purpose.name())),
                        "template",
                        pods.template(purpose, labels)));
    }

    ObjectNode daemonSet(Pods.Purpose purpose) {
        ObjectNode labels = scene.labels(purpose.name());
        ObjectNode template = pods.template(purpose, labels);
        if (scene.has(60)) {
            Tree.at(template, "spec")
                    .set("tolerations", list(map("operator", "Exists", "effect", "NoSchedule")));
        }
        return map(
                "apiVersion",
                "apps/v1",
                "kind",
                "DaemonSet",
                "metadata",
                scene.metadata(purpose.name(), labels),
                "spec",
                map(
                        "selector",
                        map("matchLabels", scene.selectorLabels(purpose.name())),
                        "updateStrategy",
                        scene.perhaps(30, map("type", "RollingUpdate")),
                        "template",
                        template));
    }

    /** With a volume that each of its pods claims for itself. */
    ObjectNode statefulSet(Pods.Purpose purpose, String claim) {
        ObjectNode labels = scene.labels(purpose.name());
        return map(
                "apiVersion",
                "apps/v1",
                "kind",
                "StatefulSet",
                "metadata",
                scene.metadata(purpose.name(), labels),
                "spec",
                map(
                        "serviceName",
                        purpose.name(),
                        "replicas",
                        3,
                        "podManagementPolicy",
                        scene.perhaps(15, "OrderedReady"),
                        "selector",
                        map("matchLabels", scene.selectorLabels(purpose.name())),
                        "template",
                        pods.template(purpose, labels),
                        "volumeClaimTemplates",
                        list(
                                map(
                                        "metadata",
                                        map("name", claim),
                                        "spec",
                                        map(
                                                "accessModes",
                                                list("ReadWriteOnce"),
                                                "storageClassName",
                                                scene.perhaps(40, "fast"),
                                                "resources",
                                                map("requests", map("storage", "20Gi")))))));
    }

    ObjectNode job(Pods.Purpose purpose) {
        ObjectNode labels = scene.labels(purpose.name());
        return map(
                "apiVersion",
                "batch/v1",
                "kind",
                "Job",
                "metadata",
                scene.metadata(purpose.name(), labels),
                "spec",
                jobSpec(purpose, labels, true));
    }

    ObjectNode cronJob(Pods.Purpose purpose) {
        ObjectNode labels = scene.labels(purpose.name());
        return map(
                "apiVersion",
                "batch/v1",
                "kind",
                "CronJob",
                "metadata",
                scene.metadata(purpose.name(), labels),
                "spec",
                map(
                        "schedule",
                        scene.random.below(60) + " " + scene.random.below(24) + " * * *",
                        "concurrencyPolicy",
                        scene.perhaps(70, "Forbid"),
                        "successfulJobsHistoryLimit",
                        scene.perhaps(30, 3),
                        "jobTemplate",
                        map("spec", jobSpec(purpose, labels, false))));
    }

    /** Jobs of a cron job are cleaned up by it; others clean up after themselves. */
    private ObjectNode jobSpec(Pods.Purpose purpose, ObjectNode labels, boolean alone) {
        return map(
                "backoffLimit",
                scene.perhaps(60, scene.random.below(5)),
                "activeDeadlineSeconds",
                scene.perhaps(30, 600 + scene.random.below(10) * 300),
                "ttlSecondsAfterFinished",
                when(alone || scene.has(30), 600 * (1 + scene.random.below(12))),
                "template",
                pods.template(purpose, labels));
    }

    ObjectNode pod(Pods.Purpose purpose) {
        ObjectNode labels = scene.labels(purpose.name());
        return map(
                "apiVersion",
                "v1",
                "kind",
                "Pod",
                "metadata",
                scene.metadata(purpose.name(), labels),
                "spec",
                pods.spec(purpose));
    }
}
