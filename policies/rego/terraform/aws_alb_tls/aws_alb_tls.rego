# METADATA
# title: Load balancer speaks old TLS
# description: >-
#   Versions of TLS before 1.2 are broken. Use a policy that begins with 1.2.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb_listener
#   - ref: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
# custom:
#   id: TF-AWS-ALB-TLS
#   severity: medium
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0047, checkov/CKV_AWS_103]
#   fixes:
#     - {at: object, path: [ssl_policy], allow: [{one_of: ["ELBSecurityPolicy-TLS13-1-2-2021-06", "ELBSecurityPolicy-TLS13-1-2-Res-2021-06", "ELBSecurityPolicy-TLS13-1-3-2021-06", "ELBSecurityPolicy-TLS-1-2-2017-01", "ELBSecurityPolicy-FS-1-2-2019-08", "ELBSecurityPolicy-FS-1-2-Res-2020-10", "ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06", "ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06", "ELBSecurityPolicy-TLS-1-2-Ext-2018-06"]}]}
package terraform.rules.aws_alb_tls

import data.terraform.lib

modern := {
	"ELBSecurityPolicy-TLS13-1-2-2021-06",
	"ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
	"ELBSecurityPolicy-TLS13-1-3-2021-06",
	"ELBSecurityPolicy-TLS-1-2-2017-01",
	"ELBSecurityPolicy-FS-1-2-2019-08",
	"ELBSecurityPolicy-FS-1-2-Res-2020-10",
	"ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06",
	"ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06",
	"ELBSecurityPolicy-TLS-1-2-Ext-2018-06",
}

violation contains lib.violation("TF-AWS-ALB-TLS", resource, [], ["ssl_policy"], message) if {
	some resource in lib.resources({"aws_lb_listener", "aws_alb_listener"})
	resource.body.protocol in {"HTTPS", "TLS"}
	value := lib.setting(resource, ["ssl_policy"], null)
	lib.is_wrong(value, modern)
	message := $"{resource.id} has ssl_policy {lib.shown(value)}; set it to ELBSecurityPolicy-TLS13-1-2-2021-06"
}
