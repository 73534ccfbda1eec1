package dev.svgym.configremediation.generation.terraform;

import static dev.svgym.configremediation.generation.terraform.BlockWriter.quoted;

import dev.svgym.environment.generation.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Harmless things that look bad. */
final class Decoys {

    private static final int PERCENT = 36;
    private static final HclBlock NO_TAGS =
            new HclBlock(HclBlock.Form.MAP, "tags", List.of(), List.of(), Optional.empty());

    /**
     * One of them.
     *
     * @param type of the blocks on which it can be
     */
    private record Decoy(String name, String type, Function<HclBlock, HclBlock> change) {}

    private static final List<Decoy> ALL =
            List.of(
                    new Decoy(
                            "public-by-name",
                            "aws_s3_bucket",
                            block -> tagged(block, "Visibility", "public-after-review")),
                    new Decoy(
                            "open-web-port",
                            "aws_security_group",
                            block ->
                                    block.plus(
                                            opening("80", "80", "tcp")
                                                    .with(
                                                            List.of("description"),
                                                            quoted("Redirects to TLS")))),
                    new Decoy(
                            "open-egress",
                            "aws_security_group_rule",
                            block -> block.remarked("egress to 0.0.0.0/0 stands in the group")),
                    new Decoy(
                            "public-subnet-tag",
                            "aws_subnet",
                            block -> tagged(block, "Tier", "public")),
                    new Decoy(
                            "old-policy-in-a-remark",
                            "aws_lb_listener",
                            block -> block.remarked("was ELBSecurityPolicy-2016-08 until May")),
                    new Decoy(
                            "password-in-a-name",
                            "aws_db_instance",
                            block ->
                                    block.with(
                                            List.of("parameter_group_name"),
                                            quoted("passwords-not-logged"))),
                    new Decoy(
                            "unencrypted-in-a-name",
                            "aws_ebs_volume",
                            block -> tagged(block, "Source", "unencrypted-snapshot-migrated")),
                    new Decoy(
                            "open-web-firewall",
                            "google_compute_firewall",
                            block ->
                                    block.with(
                                            List.of("description"),
                                            quoted("Not for 0.0.0.0/0 on port 22"))),
                    new Decoy(
                            "public-zone",
                            "google_dns_managed_zone",
                            block -> block.with(List.of("visibility"), quoted("public"))),
                    new Decoy(
                            "anonymous-in-a-tag",
                            "azurerm_storage_account",
                            block -> tagged(block, "Access", "no-anonymous")),
                    new Decoy(
                            "wildcard-in-a-remark",
                            "aws_iam_policy",
                            block -> block.remarked("was s3:* on * before the review")),
                    new Decoy(
                            "plain-queue-tag",
                            "aws_sqs_queue",
                            block -> tagged(block, "Payload", "unencrypted-ids-only")),
                    new Decoy(
                            "mutable-tag",
                            "aws_ecr_repository",
                            block -> tagged(block, "Formerly", "MUTABLE")),
                    new Decoy(
                            "admin-in-a-name",
                            "google_service_account",
                            block ->
                                    block.with(
                                            List.of("display_name"),
                                            quoted("roles/owner no more"))),
                    new Decoy(
                            "http-in-a-name",
                            "azurerm_linux_web_app",
                            block -> tagged(block, "Formerly", "http-only")));

    private Decoys() {}

    private static HclBlock opening(String from, String to, String protocol) {
        return HclBlock.nested("ingress")
                .with(List.of("from_port"), from)
                .with(List.of("to_port"), to)
                .with(List.of("protocol"), quoted(protocol))
                .with(List.of("cidr_blocks"), "[\"0.0.0.0/0\"]");
    }

    private static HclBlock tagged(HclBlock block, String key, String value) {
        if (block.has("tags")) {
            return block.remarked(key + ": " + value);
        }
        HclBlock tags =
                block.entries().stream()
                        .filter(entry -> entry.name().equals("tags"))
                        .map(HclBlock.class::cast)
                        .findFirst()
                        .orElse(NO_TAGS);
        HclBlock changed = tags.plus(new Attribute(key, quoted(value)));
        return block.without(List.of("tags")).plus(changed);
    }

    /**
     * Puts some into a clean project.
     *
     * @param names of those that were put in are added here
     */
    static Project put(Project clean, List<String> names, RandomStream random) {
        Project project = clean;
        for (Decoy decoy : ALL) {
            if (!random.percent(PERCENT)) {
                continue;
            }
            List<Spot> spots = project.spots(block -> block.type().equals(decoy.type()));
            if (!spots.isEmpty()) {
                project = random.oneOf(spots).change(decoy.change()::apply).on(project);
                names.add(decoy.name());
            }
        }
        return project;
    }

    static List<String> names() {
        List<String> names = new ArrayList<>();
        ALL.forEach(decoy -> names.add(decoy.name()));
        return names;
    }
}
