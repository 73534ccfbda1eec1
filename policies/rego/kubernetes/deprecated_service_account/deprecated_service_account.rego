# METADATA
# title: Service account is named by a deprecated field
# description: >-
#   The field serviceAccount is an alias that may go, and tools that look for serviceAccountName take the pod for one of
#   the default account. Move the name to serviceAccountName.
# related_resources:
#   - ref: https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/
# custom:
#   id: K8S-DEPRECATED-SERVICE-ACCOUNT
#   severity: low
#   kind: kubernetes
#   sets: [k8s-workload]
#   aliases: [kube-linter/deprecated-service-account-field]
#   fixes:
#     - {at: pod, path: [spec, serviceAccount], allow: [{moved_to: serviceAccountName}]}
#     - {at: pod, path: [spec, serviceAccountName], allow: [{same_as: serviceAccount}]}
package kubernetes.rules.deprecated_service_account

import data.kubernetes.lib

violation contains lib.violation("K8S-DEPRECATED-SERVICE-ACCOUNT", pod, ["spec"], ["serviceAccount"], message) if {
	some pod in lib.pods
	name := pod.spec.serviceAccount
	not name in {null, ""}
	object.get(pod.spec, "serviceAccountName", "") in {null, ""}
	message := $"The pod names its account {name} by the deprecated field serviceAccount; move it to serviceAccountName"
}
