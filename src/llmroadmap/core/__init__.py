"""What a roadmap and a learner's progress are: values in, values out, standard library only."""
