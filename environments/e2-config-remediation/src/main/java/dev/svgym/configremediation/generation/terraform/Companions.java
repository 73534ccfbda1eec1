package dev.svgym.configremediation.generation.terraform;

import dev.svgym.configremediation.generation.terraform.Injection.Site;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Faults of buckets: what should stand beside them does not. */
final class Companions {

    static final List<Injection> ALL =
            List.of(
                    without("TF-AWS-S3-PUBLIC-ACCESS", "aws_s3_bucket_public_access_block"),
                    without(
                            "TF-AWS-S3-ENCRYPTION",
                            "aws_s3_bucket_server_side_encryption_configuration"),
                    without("TF-AWS-S3-VERSIONING", "aws_s3_bucket_versioning"),
                    without("TF-AWS-S3-LOGGING", "aws_s3_bucket_logging"),
                    new Injection(
                            "TF-AWS-S3-LOGGING",
                            Set.of("aws_s3_bucket_logging"),
                            Companions::loggingIntoItself));

    private Companions() {}

    private static Injection without(String rule, String companion) {
        return new Injection(
                rule,
                Set.of("aws_s3_bucket"),
                site -> {
                    String name = site.block().labels().getLast();
                    var beside = new Spot(site.spot().folder(), companion + "." + name);
                    return site.project()
                            .block(beside)
                            .map(block ->
                                    new Injected(
                                            site.fault(List.of()),
                                            beside,
                                            List.of(),
                                            beside.removed(),
                                            tempting(site, beside, block)));
                });
    }

    private static Edit tempting(Site site, Spot beside, HclBlock block) {
        int folder = beside.folder();
        return switch (site.random().below(3)) {
            // There, and for a bucket that is not this one.
            case 0 ->
                    Indirections.added(
                            folder, "storage", block.with(List.of("bucket"), "\"another-bucket\""));
            // There, and never made.
            case 1 -> Indirections.added(folder, "storage", block.with(List.of("count"), "0"));
            default -> site.spot().removed();
        };
    }

    private static Optional<Injected> loggingIntoItself(Site site) {
        List<String> path = List.of("target_bucket");
        return site.block()
                .value(List.of("bucket"))
                .map(bucket ->
                        new Injected(
                                site.fault(path),
                                site.spot(),
                                path,
                                site.spot().put(path, bucket),
                                site.spot().removed()));
    }
}
