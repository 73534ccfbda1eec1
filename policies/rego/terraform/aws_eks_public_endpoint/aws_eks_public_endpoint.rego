# METADATA
# title: Cluster can be steered from the internet
# description: >-
#   The API of the cluster is open to everybody who has or finds a token. Turn the public endpoint off, and the private one
#   on: AWS refuses a cluster with neither.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_cluster
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html
# custom:
#   id: TF-AWS-EKS-PUBLIC-ENDPOINT
#   severity: high
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0040, checkov/CKV_AWS_39]
#   fixes:
#     - {at: object, path: [vpc_config, endpoint_public_access], allow: [{exact: false}]}
#     - {at: object, path: [vpc_config, endpoint_private_access], allow: [{exact: true}]}
package terraform.rules.aws_eks_public_endpoint

import data.terraform.lib

violation contains lib.violation("TF-AWS-EKS-PUBLIC-ENDPOINT", resource, [], ["vpc_config", "endpoint_public_access"], message) if {
	some resource in lib.resources({"aws_eks_cluster"})
	value := lib.setting(resource, ["vpc_config", "endpoint_public_access"], null)
	lib.is_wrong(value, {false})
	message := $"{resource.id} has vpc_config.endpoint_public_access {lib.shown(value)}; set it to false"
}

violation contains lib.violation("TF-AWS-EKS-PUBLIC-ENDPOINT", resource, [], ["vpc_config", "endpoint_private_access"], message) if {
	some resource in lib.resources({"aws_eks_cluster"})
	lib.setting(resource, ["vpc_config", "endpoint_public_access"], null) == false
	value := lib.setting(resource, ["vpc_config", "endpoint_private_access"], null)
	lib.is_wrong(value, {true})
	message := $"{resource.id} has no endpoint at all, which AWS refuses; set vpc_config.endpoint_private_access to true"
}
