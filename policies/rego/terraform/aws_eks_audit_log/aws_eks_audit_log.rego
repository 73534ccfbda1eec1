# METADATA
# title: Cluster keeps no audit log
# description: >-
#   Without the audit log nobody can tell who did what in the cluster. Turn it on.
# related_resources:
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_cluster
#   - ref: https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html
# custom:
#   id: TF-AWS-EKS-AUDIT-LOG
#   severity: medium
#   kind: terraform
#   sets: [tf-aws]
#   aliases: [trivy/AVD-AWS-0038, checkov/CKV_AWS_37]
#   fixes:
#     - {at: object, path: [enabled_cluster_log_types], allow: [{gaining: [api, audit, authenticator, controllerManager, scheduler]}]}
package terraform.rules.aws_eks_audit_log

import data.terraform.lib

violation contains lib.violation("TF-AWS-EKS-AUDIT-LOG", resource, [], ["enabled_cluster_log_types"], message) if {
	some resource in lib.resources({"aws_eks_cluster"})
	types := object.get(resource.body, "enabled_cluster_log_types", [])
	is_array(types)
	not "audit" in types
	every type in types {
		is_string(type)
	}
	message := $"{resource.id} keeps no audit log; add audit to enabled_cluster_log_types"
}
