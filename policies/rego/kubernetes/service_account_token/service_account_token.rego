# METADATA
# title: Pod of the default service account mounts its token
# description: >-
#   A pod that names no service account of its own has no business with the API server, yet whatever breaks into it finds
#   a token there. Set automountServiceAccountToken to false in the pod. One whose default account in the same files
#   mounts none needs nothing.
# related_resources:
#   - ref: https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/
#   - ref: https://media.defense.gov/2022/Aug/29/2003066362/-1/-1/0/CTR_KUBERNETES_HARDENING_GUIDANCE_1.2_20220829.PDF
# custom:
#   id: K8S-SERVICE-ACCOUNT-TOKEN
#   severity: medium
#   kind: kubernetes
#   sets: [k8s-workload]
#   aliases: [trivy/KSV-0036, checkov/CKV_K8S_38]
#   fixes:
#     - {at: pod, path: [spec, automountServiceAccountToken], allow: [{exact: false}]}
package kubernetes.rules.service_account_token

import data.kubernetes.lib

violation contains lib.violation("K8S-SERVICE-ACCOUNT-TOKEN", pod, ["spec"], ["automountServiceAccountToken"], message) if {
	some pod in lib.pods
	count(pod.spec) > 0
	object.get(pod.spec, "serviceAccountName", "") in {"", "default", null}
	object.get(pod.spec, "serviceAccount", "") in {"", "default", null}
	mounts(pod)
	message := "The pod mounts the token of the default service account; set automountServiceAccountToken to false"
}

mounts(pod) if {
	value := object.get(pod.spec, "automountServiceAccountToken", null)
	value != null
	value != false
}

mounts(pod) if {
	object.get(pod.spec, "automountServiceAccountToken", null) == null
	not pod.namespace in accounts_without_token
}

# Namespaces whose default account, in these files, mounts no token.
accounts_without_token := {account.namespace |
	some account in input.objects
	account.kind == "ServiceAccount"
	account.name == "default"
	account.body.automountServiceAccountToken == false
}
