// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// The command lines of the programs, words separated by newlines; the first byte says whose. Those
// programs end themselves when they are asked for help or told nonsense, so each is read by a
// process of its own; what counts is that it ends by itself.

#include "fault.h"
#include "faultwords.h"
#include "huboptions.h"
#include "options.h"
#include "target.h"

#include <QtCore/qcoreapplication.h>

#include <cstdlib>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Holdfast;
using namespace Holdfast::Testing;

namespace {

constexpr int Understood = 42;
constexpr int UsageError = 2;

[[noreturn]] void parse(bool isHub, const QStringList &words)
{
#ifdef __GLIBC__
    // libFuzzer takes an exit for a crash; this goes before its own handler.
    ::on_exit([](int status, void *) { ::_exit(status); }, nullptr);
#endif
    const int nowhere = ::open("/dev/null", O_RDWR);
    for (const int standard : {STDIN_FILENO, STDOUT_FILENO})
        ::dup2(nowhere, standard);
    if (isHub)
        (void)HubOptions::parse(words);
    else
        (void)Options::parse(words);
    ::_exit(Understood);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static int count = 1;
    static char name[] = "fuzz_commandline";
    static char *arguments[] = {name, nullptr};
    // Never destroyed: a child that exits would do it, after Qt Network's own things.
    static const auto *const application = new QCoreApplication(count, arguments);
    Q_UNUSED(application)
    if (size == 0)
        return 0;
    const QString text = QString::fromUtf8(bytesOf(data + 1, size - 1)).remove(QChar(u'\0'));
    if (const auto fault = Fault::parse(text))
        require(fault->toString() == text, "a fault is said in one way");
    HubFaults faults;
    (void)FaultWords::add(text, faults);

    const QStringList words = QStringList{QStringLiteral("program")} + text.split(u'\n');
    const pid_t child = ::fork();
    require(child >= 0, "a process of its own");
    if (child == 0)
        parse(data[0] & 1, words);
    int status = 0;
    require(::waitpid(child, &status, 0) == child, "it ends");
    require(WIFEXITED(status), "it ends by itself");
    const int code = WEXITSTATUS(status);
    require(code == Understood || code == EXIT_SUCCESS || code == UsageError, "it says why");
    return 0;
}
