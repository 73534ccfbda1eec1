package dev.svgym.configremediation;

import dev.svgym.configremediation.catalogue.Catalogue;
import dev.svgym.configremediation.generation.TaskGenerator;
import dev.svgym.configremediation.generation.dockerfile.DockerfileGenerator;
import dev.svgym.configremediation.generation.kubernetes.KubernetesGenerator;
import dev.svgym.configremediation.generation.terraform.TerraformGenerator;
import dev.svgym.configremediation.model.ConfigKind;
import dev.svgym.configremediation.scanner.Engines;
import dev.svgym.environment.EnvironmentCard.SplitCard;
import dev.svgym.environment.TaskReference;
import dev.svgym.environment.TaskReference.FromSet;
import dev.svgym.environment.TaskReference.FromSplit;
import dev.svgym.environment.generation.GeneratedTaskIds;
import dev.svgym.environment.generation.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Generated tasks of every kind: those of Kubernetes in the environment's own splits, those of each other kind in a set
 * that is called as the kind is.
 */
final class GeneratedSets {

    static final GeneratedTaskIds KUBERNETES_IDS = new GeneratedTaskIds(0x73766779_6d653200L);

    private static final GeneratedTaskIds DOCKERFILE_IDS =
            new GeneratedTaskIds(0x73766779_6d653400L);
    private static final GeneratedTaskIds TERRAFORM_IDS =
            new GeneratedTaskIds(0x73766779_6d653600L);

    private final GeneratedTasks own;
    private final SequencedMap<String, GeneratedTasks> sets = new LinkedHashMap<>();

    /**
     * @param kinds those that a generator is for among them
     * @param secret keys the seeds of the private splits; where there is none, neither are they
     */
    GeneratedSets(
            List<ConfigKind> kinds, Catalogue catalogue, Engines engines, Optional<Secret> secret) {
        this.own =
                tasks(
                        new KubernetesGenerator(catalogue),
                        kinds,
                        catalogue,
                        engines,
                        KUBERNETES_IDS,
                        secret);
        var dockerfile = new DockerfileGenerator(catalogue);
        sets.put(
                dockerfile.kind(),
                tasks(dockerfile, kinds, catalogue, engines, DOCKERFILE_IDS, secret));
        var terraform = new TerraformGenerator(catalogue);
        sets.put(
                terraform.kind(),
                tasks(terraform, kinds, catalogue, engines, TERRAFORM_IDS, secret));
    }

    private static GeneratedTasks tasks(
            TaskGenerator generator,
            List<ConfigKind> kinds,
            Catalogue catalogue,
            Engines engines,
            GeneratedTaskIds ids,
            Optional<Secret> secret) {
        ConfigKind kind =
                kinds.stream()
                        .filter(one -> one.label().equals(generator.kind()))
                        .findFirst()
                        .orElseThrow();
        return new GeneratedTasks(generator, new Proof(kind, catalogue, engines), ids, secret);
    }

    /** Versions of the generators, for what depends on them. */
    String versions() {
        List<String> versions = new ArrayList<>(List.of(own.version()));
        sets.values().forEach(set -> versions.add(set.version()));
        return String.join(" ", versions);
    }

    List<SplitCard> cards() {
        List<SplitCard> cards = new ArrayList<>(own.cards());
        sets.forEach((name, set) ->
                set.cards().stream()
                        .map(card -> new SplitCard(Optional.of(name), card.split(), card.size()))
                        .forEach(cards::add));
        return cards;
    }

    /** Whether a set is one of these. */
    boolean contains(String set) {
        return sets.containsKey(set);
    }

    /** What names the task that has an id, if it is one of these. */
    Optional<TaskReference> place(String id) {
        Optional<FromSplit> inOwn = own.place(id);
        if (inOwn.isPresent()) {
            return Optional.of(inOwn.get());
        }
        for (Map.Entry<String, GeneratedTasks> set : sets.entrySet()) {
            Optional<FromSplit> inSet = set.getValue().place(id);
            if (inSet.isPresent()) {
                return Optional.of(
                        new FromSet(set.getKey(), inSet.get().split(), inSet.get().index()));
            }
        }
        return Optional.empty();
    }

    /** The task at a place. */
    RemediationTask task(TaskReference place) {
        return switch (place) {
            case FromSplit(var split, var index) -> own.task(split, index);
            case FromSet(var set, var split, var index) when sets.get(set) != null ->
                    sets.get(set).task(split, index);
            default -> throw new IllegalArgumentException("need a generated task, got " + place);
        };
    }
}
