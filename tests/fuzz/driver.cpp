// SPDX-FileCopyrightText: 2026 The Holdfast authors
// SPDX-License-Identifier: MIT

// Where there is no libFuzzer: gives a target each file of its corpus, and then so many inputs that
// are made from those by chance. The same ones each day; HOLDFAST_SEED takes others.
//
// usage: fuzz_NAME CORPUS [RUNS]

#include "target.h"

#include <QtCore/qdiriterator.h>
#include <QtCore/qfile.h>
#include <QtCore/qtemporarydir.h>

#include <algorithm>
#include <csignal>
#include <random>
#include <vector>

#include <unistd.h>

namespace {

constexpr qsizetype MaxSize = 4096;

std::mt19937_64 dice; // NOLINT(cert-msc32-c,cert-msc51-cpp): it shall repeat itself
QByteArray current;
QByteArray culprit; //!< the file for what breaks the target

qsizetype below(qsizetype end)
{
    return static_cast<qsizetype>(dice() % static_cast<quint64>(std::max<qsizetype>(end, 1)));
}

void mutate(QByteArray &bytes, const std::vector<QByteArray> &corpus)
{
    static constexpr char Interesting[] = {0, 1, 127, -128, -1, '"', '{', '}', '[', '\n', '-', '9'};
    const qsizetype at = below(bytes.size() + 1);
    const qsizetype length = below(std::min<qsizetype>(bytes.size() - at, 16) + 1);
    const QByteArray &other = corpus[static_cast<std::size_t>(below(qsizetype(corpus.size())))];
    switch (below(7)) {
    case 0:
        if (at < bytes.size())
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
        return;
    case 1:
        if (at < bytes.size())
            bytes[at] = Interesting[below(sizeof Interesting)];
        return;
    case 2:
        bytes.remove(at, length);
        return;
    case 3:
        bytes.insert(at, bytes.mid(at, length));
        return;
    case 4:
        bytes.insert(at, Interesting[below(sizeof Interesting)]);
        return;
    case 5:
        bytes.insert(at, other.mid(below(other.size()), 1 + below(24)));
        return;
    default:
        bytes = bytes.left(at) + other.mid(below(other.size() + 1));
    }
}

//! Only calls that a signal handler may make.
void keepCulprit(int signal)
{
    std::signal(signal, SIG_DFL);
    if (FILE *file = std::fopen(culprit.constData(), "wb")) {
        std::fwrite(current.constData(), 1, static_cast<std::size_t>(current.size()), file);
        std::fclose(file);
        std::fprintf(stderr, "the input is in %s\n", culprit.constData());
    }
    std::raise(signal);
}

void run(const QByteArray &input)
{
    current = input;
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(current.constData()),
                           static_cast<std::size_t>(current.size()));
}

std::vector<QByteArray> read(const QString &folder)
{
    std::vector<QByteArray> corpus;
    QStringList names;
    for (QDirIterator files(folder, QDir::Files); files.hasNext();)
        names += files.next();
    names.sort();
    for (const QString &name : std::as_const(names)) {
        QFile file(name);
        if (file.open(QIODevice::ReadOnly))
            corpus.push_back(file.readAll());
    }
    return corpus;
}

} // namespace

int main(int argc, char **argv)
{
    const std::vector<QByteArray> corpus = read(QString::fromLocal8Bit(argc > 1 ? argv[1] : "."));
    if (corpus.empty()) {
        std::fprintf(stderr, "usage: %s CORPUS [RUNS]: there is nothing in CORPUS\n", argv[0]);
        return EXIT_FAILURE;
    }
    const int runs = argc > 2 ? std::atoi(argv[2]) : 10'000;
    bool given = false;
    const quint64 seed = qEnvironmentVariable("HOLDFAST_SEED").toULongLong(&given);
    dice.seed(given ? seed : 20'261'121);
    culprit
        = QDir::temp().filePath(QStringLiteral("holdfast-fuzz-%1").arg(::getpid())).toLocal8Bit();
    for (const int signal : {SIGABRT, SIGSEGV, SIGFPE, SIGILL, SIGBUS})
        std::signal(signal, keepCulprit);

    for (const QByteArray &file : corpus)
        run(file);
    for (int i = 0; i < runs; ++i) {
        QByteArray input = corpus[static_cast<std::size_t>(below(qsizetype(corpus.size())))];
        for (qsizetype changes = 1 + below(6); changes > 0; --changes)
            mutate(input, corpus);
        input.truncate(MaxSize);
        run(input);
    }
    std::printf("%zu files and %d inputs made from them\n", corpus.size(), runs);
    return EXIT_SUCCESS;
}
