# METADATA
# title: Container listens on the port of SSH
# description: >-
#   Whether a shell is needed, and on which port it listens, is for the image to say.
# related_resources:
#   - ref: https://media.defense.gov/2022/Aug/29/2003066362/-1/-1/0/CTR_KUBERNETES_HARDENING_GUIDANCE_1.2_20220829.PDF
# custom:
#   id: K8S-SSH-PORT
#   severity: medium
#   kind: kubernetes
#   sets: []
#   aliases: [kube-linter/ssh-port]
package kubernetes.reports.ssh_port

import data.kubernetes.lib

violation contains lib.violation("K8S-SSH-PORT", container, ["ports", lib.text(key)], ["containerPort"], message) if {
	some container in lib.containers
	some key, port in container.spec.ports
	port.containerPort == 22
	message := $"{container.label} listens on port 22; use kubectl exec"
}
