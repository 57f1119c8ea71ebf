// The process that holds the network namespace of each pod.
module dev-cluster/pause

go 1.26.0
