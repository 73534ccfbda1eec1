package dev.svgym.configremediation.generation.terraform;

import static dev.svgym.configremediation.generation.terraform.BlockWriter.quoted;

import dev.svgym.configremediation.generation.Vocabulary;
import dev.svgym.configremediation.generation.terraform.Folder.Placed;
import dev.svgym.environment.generation.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the blocks of one task have in common: whose they are, where they run, how names and tags are given. */
final class Scene {

    private static final List<String> REMARKS =
            List.of(
                    "keep in step with the runbook",
                    "agreed with the platform team",
                    "imported from the old account",
                    "sized after the last load test",
                    "TODO: split into a stack of its own",
                    "the console shows another name",
                    "shared with the reporting stack",
                    "do not rename, state depends on it",
                    "was made by hand once",
                    "see the decision record");

    /** How names are made. */
    private enum Naming {
        LITERAL,
        LOCAL,
        VARIABLE
    }

    /** How resources are tagged. */
    private enum Tagging {
        NONE,
        EACH,
        LOCAL
    }

    final RandomStream random;
    final String subject;
    final String team;

    private final String stem;
    private final boolean isShifted;
    private final String region;
    private final Naming naming;
    private final Tagging tagging;
    private final int remarkPercent;
    private final List<Placed> blocks = new ArrayList<>();

    Scene(RandomStream random, Vocabulary words) {
        this.random = random;
        this.isShifted = words.equals(Vocabulary.SHIFTED);
        this.subject = random.oneOf(words.subjects());
        this.team = random.oneOf(words.teams());
        this.stem = random.oneOf(words.namespaces()) + "-" + subject;
        this.region =
                isShifted
                        ? oneOf("ca-central-1", "ap-southeast-2")
                        : oneOf("eu-central-1", "eu-west-1", "us-east-1");
        this.naming = random.oneOf(List.of(Naming.values()));
        this.tagging = random.oneOf(List.of(Tagging.values()));
        this.remarkPercent = random.percent(45) ? 0 : random.percent(70) ? 3 : 9;
    }

    boolean has(int percent) {
        return random.percent(percent);
    }

    String oneOf(String... values) {
        return random.oneOf(List.of(values));
    }

    Optional<String> remark() {
        return random.percent(remarkPercent)
                ? Optional.of(random.oneOf(REMARKS))
                : Optional.empty();
    }

    /** The name in the cloud of something that is called so here. */
    String name(String what) {
        return switch (naming) {
            case LITERAL -> stem + "-" + what;
            case LOCAL -> "${local.name}-" + what;
            case VARIABLE -> "${var.prefix}-" + what;
        };
    }

    /** A name that is the same whatever the others are made of. */
    String plainName() {
        return stem;
    }

    /** A word that can be the name of a block. */
    String word() {
        return subject.replace('-', '_');
    }

    String account() {
        return isShifted ? "444455556666" : "111122223333";
    }

    /** A region of Amazon's. */
    String region() {
        return region;
    }

    /** A block of private addresses. */
    String network() {
        return isShifted
                ? "172.%s.0.0/16".formatted(16 + random.below(16))
                : "10.%s.0.0/16".formatted(10 + random.below(80));
    }

    /** A version such as {@code 1.14.3}. */
    String version() {
        return "%s.%s.%s".formatted(1 + random.below(4), random.below(30), random.below(12));
    }

    BlockWriter tags(BlockWriter block) {
        return switch (tagging) {
            case NONE -> block;
            case LOCAL -> block.set("tags", "local.tags");
            case EACH ->
                    block.map(
                            "tags",
                            map ->
                                    map.text("Team", team)
                                            .maybe(50, one -> one.text("Service", subject)));
        };
    }

    /** The name of a variable that holds a secret: nobody gives it a value here. */
    String secret(String what) {
        String variable = word() + "_" + what;
        if (blocks.stream().noneMatch(placed -> placed.block().id().equals("var." + variable))) {
            add(
                    Topics.VARIABLES,
                    HclBlock.top("variable", variable)
                            .with(List.of("type"), "string")
                            .with(List.of("sensitive"), "true"));
        }
        return "var." + variable;
    }

    void add(String topic, HclBlock block) {
        blocks.add(new Placed(topic, block));
    }

    BlockWriter resource(String type, String name) {
        return BlockWriter.resource(this, type, name);
    }

    BlockWriter provider(String name) {
        return BlockWriter.provider(this, name);
    }

    BlockWriter data(String type, String name) {
        return BlockWriter.data(this, type, name);
    }

    /** All that was added, with what names and tags need. */
    Project project() {
        List<Placed> all = new ArrayList<>();
        if (naming == Naming.VARIABLE) {
            all.add(
                    new Placed(
                            Topics.VARIABLES,
                            HclBlock.top("variable", "prefix")
                                    .with(List.of("type"), "string")
                                    .with(List.of("description"), quoted("Starts every name"))
                                    .with(List.of("default"), quoted(stem))));
        }
        HclBlock locals = HclBlock.top("locals");
        if (naming == Naming.LOCAL) {
            locals = locals.with(List.of("name"), quoted(stem));
        }
        if (tagging == Tagging.LOCAL) {
            locals =
                    locals.with(
                            List.of("tags"),
                            "{ Team = %s, ManagedBy = \"terraform\" }".formatted(quoted(team)));
        }
        if (!locals.entries().isEmpty()) {
            all.add(new Placed(Topics.LOCALS, locals));
        }
        all.addAll(blocks);
        return new Project(List.of(new Folder("", "", all)));
    }
}
