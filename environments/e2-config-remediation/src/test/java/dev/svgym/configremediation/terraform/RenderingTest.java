package dev.svgym.configremediation.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.model.Parsed;
import dev.svgym.configremediation.model.Place;
import dev.svgym.configremediation.model.Places;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What engines that read text are given of Terraform, and where it stands. */
class RenderingTest {

    private static final TerraformKind KIND = new TerraformKind();

    private static final Map<String, String> FILES =
            Map.of(
                    "main.tf",
                    """
                    # password = "in a remark"
                    variable "password" {
                      default = "p w"
                    }
                    provider "aws" {
                      access_key = join("", ["AK", "IA"])
                    }
                    terraform {
                      backend "s3" {
                        bucket = "b"
                      }
                    }
                    resource "aws_db_instance" "a" {
                      password          = var.password
                      storage_encrypted = true
                      username          = var.unknown
                      tags              = { "a b" = "x\\ty", list = ["none"] }
                    }
                    module "m" {
                      source = "./m"
                      script = "s"
                    }
                    """,
                    "m/main.tf",
                    """
                    variable "script" {
                    }
                    resource "aws_instance" "i" {
                      user_data = <<-EOT
                        #!/bin/sh
                        run ${var.script} ${aws_x.y.z}
                      EOT
                    }
                    resource "aws_launch_template" "t" {
                      user_data = base64encode("password=${var.script}ecret")
                    }
                    """);

    private static final Config CONFIG = ((Parsed.Read) KIND.parse(new TreeMap<>(FILES))).config();

    @Test
    void each_value_stands_on_a_line_as_it_comes_out() {
        assertThat(KIND.texts(new TreeMap<>(FILES), CONFIG))
                .isEqualTo(
                        Map.of(
                                "main.tf",
                                """
                                resource aws_db_instance
                                resource aws_db_instance password = p w
                                resource aws_db_instance storage_encrypted = true
                                resource aws_db_instance tags.a_b = x y
                                module m
                                module m source = ./m
                                provider aws
                                provider aws access_key = AKIA
                                terraform -
                                terraform - backend.s3.0.bucket = b
                                variable password
                                """,
                                "m/main.tf",
                                """
                                resource aws_instance
                                resource aws_instance user_data = #!/bin/sh
                                resource aws_instance user_data = run s ${module.m.aws_x.y.z}
                                resource aws_launch_template
                                resource aws_launch_template user_data = cGFzc3dvcmQ9c2VjcmV0
                                resource aws_launch_template user_data = password=secret
                                variable script
                                """));
    }

    @Test
    void each_line_leads_back_to_its_value() {
        Places places = KIND.places(new TreeMap<>(FILES), CONFIG);
        String text = KIND.texts(new TreeMap<>(FILES), CONFIG).getOrDefault("m/main.tf", "none");

        assertThat(places.at("m/main.tf", text.indexOf("run s")))
                .contains(
                        new Place(
                                "module.m.aws_instance.i",
                                "module.m.aws_instance.i",
                                List.of("user_data"),
                                List.of()));
        assertThat(places.at("m/main.tf", text.indexOf("resource aws_launch_template\n")))
                .isEmpty();
        assertThat(places.at("none.tf", 0)).isEmpty();
    }
}
