# Runs one fuzz target a fixed number of times: the seeds are read and never written, new inputs go to a scratch
# folder that starts empty, so that every run is the same.
file(REMOVE_RECURSE ${SCRATCH})
file(MAKE_DIRECTORY ${SCRATCH})
execute_process(
  COMMAND ${TARGET} -runs=${RUNS} -seed=25 -max_len=${LONGEST} -print_final_stats=1 -artifact_prefix=${SCRATCH}/
          ${SCRATCH} ${SEEDS}
  RESULT_VARIABLE result)
if(result)
  message(FATAL_ERROR "the input that failed lies in ${SCRATCH}: run ${TARGET} on it")
endif()
