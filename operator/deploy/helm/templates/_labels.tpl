{{/* As the labels of ../base: one more on everything that is not a definition. */}}
{{- define "monero-operator.labels" -}}
app.kubernetes.io/part-of: monero
{{- end }}
{{- define "monero-operator.selector" -}}
app.kubernetes.io/name: monero-operator
{{- end }}
{{- define "monero-operator.rules" -}}
{{- $role := .Files.Get "files/rights/cluster-role.yaml" | fromYaml -}}
{{- required "files/rights/cluster-role.yaml is not in the chart" $role.rules | toYaml -}}
{{- end }}
